// Builds .build/static from static/ and node_modules: one style sheet, one script, the font, the pictures; and the same
// once more for the live map, which a page fetches only when a visitor opens it.
// With --check it also fails on a file over its budget, on a class in a template that the style sheet does not
// know, and on a pair of colours with too little contrast.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { PurgeCSS } from "purgecss";
import { weakPairs } from "./contrast.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "..");
const target = join(root, ".build", "static");
const out = `${target}.new`; // a running server keeps its files until all of these are there
const budgets = {
  "site.css": 16_000,
  "site.js": 3_000,
  "map.css": 5_000,
  "map.js": 50_000,
  "source-sans-3-latin.woff2": 40_000,
};
const isCheck = process.argv.includes("--check");
const browsers = ["chrome109", "edge109", "firefox115", "safari16.4"];

function files(folder, endings) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return files(path, endings);
      return endings.some((ending) => entry.name.endsWith(ending)) ? [path] : [];
    });
}

const templates = files(join(root, "templates"), [".html"]);
const sources = ["gemeente", "wijken", "initiatives"].flatMap((floor) => files(join(root, floor), [".py", ".html"]));
const content = [...templates, ...sources].map((path) => ({ raw: readFileSync(path, "utf8"), extension: "html" }));

// States of a field that our theme leaves equal to its normal state; and `:invalid`, which would colour an empty field
// before anybody has typed: only the server says what is wrong, through aria-invalid.
const sameAsNormal = /\.utrecht-(?:textbox|textarea|select)--html-\w+:(?:focus|hover|read-only) \{[^}]*\}/g;
const tooEarly = /\.utrecht-textarea--html-textarea:invalid,\s*|\.utrecht-textbox--html-input:user-invalid,\s*/g;

const plainElements = ["table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "figcaption"];
// Leaflet puts the names of its classes together in its script, so all of them stay but those of parts we do not use.
const leaflet = join(root, "node_modules", "leaflet");
const usedOfLeaflet = /^(?!.*(?:popup|tooltip|control-layers|control-scale|default-icon|div-icon|attribution-flag|zoom-box|oldie|vml))/;

// Only what comes from npm is purged, to the words that stand in a template or in Python. Our own styles are kept whole.
const purgeFromNpm = {
  name: "purge-from-npm",
  setup(bundle) {
    bundle.onLoad({ filter: /node_modules.*\.css$/ }, async ({ path }) => {
      const [{ css }] = await new PurgeCSS().purge({
        content,
        css: [{ raw: readFileSync(path, "utf8").replace(/\/\*# sourceMappingURL.*?\*\//g, "").replace(sameAsNormal, "").replace(tooEarly, "") }],
        defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
        dynamicAttributes: ["type", "inputMode", "aria-invalid", "multiple", "pattern"],
        safelist: path.endsWith("leaflet.css") ? [usedOfLeaflet] : plainElements,
      });
      return { contents: css, loader: "css" };
    });
  },
};

/** Classes of ours and of NL Design System that templates use but no style sheet has. */
function unknownClasses(css) {
  const known = new Set(css.match(/\.(?:portal|nl|utrecht)-[\w-]+/g)?.map((name) => name.slice(1)));
  return templates.flatMap((path) => {
    const html = readFileSync(path, "utf8").replace(/\{% comment %\}[^]*?\{% endcomment %\}/g, "");
    const used = [...html.matchAll(/\bclass="([^"]*)"/g)]
      .flatMap(([, value]) => value.replace(/\{\{.*?\}\}|(?<=-)\{%.*?%\}/g, "\u0000").replace(/\{%.*?%\}/g, " ").split(/\s+/))
      .filter((name) => /^(?:portal|nl|utrecht)-[\w-]+$/.test(name) && !known.has(name));
    return [...new Set(used)].map((name) => `${relative(root, path)}: ${name}`);
  });
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
cpSync(join(here, "img"), out, { recursive: true });

const font = join(root, "node_modules", "@fontsource-variable", "source-sans-3");
for (const range of ["latin", "latin-ext"]) {
  cpSync(join(font, "files", `source-sans-3-${range}-wght-normal.woff2`), join(out, `source-sans-3-${range}.woff2`));
}
cpSync(join(font, "LICENSE"), join(out, "source-sans-3-LICENSE.txt"));
cpSync(join(leaflet, "LICENSE"), join(out, "leaflet-LICENSE.txt"));

await build({
  entryPoints: ["site", "map"].flatMap((name) => [join(here, "css", `${name}.css`), join(here, "js", `${name}.js`)]),
  entryNames: "[name]",
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: browsers,
  external: ["*.woff2"],
  logLevel: "warning",
  plugins: [purgeFromNpm],
});

rmSync(target, { recursive: true, force: true });
renameSync(out, target);

let failed = false;
for (const name of Object.keys(budgets)) {
  const raw = readFileSync(join(target, name));
  const size = name.endsWith(".woff2") ? raw.length : gzipSync(raw, { level: 9 }).length;
  const fits = size <= budgets[name];
  if (!fits && isCheck) failed = true;
  console.log(`${name.padEnd(28)} ${String(size).padStart(6)} of ${budgets[name]} bytes compressed${fits ? "" : ": TOO LARGE"}`);
}
const unknown = unknownClasses(["site.css", "map.css"].map((name) => readFileSync(join(target, name), "utf8")).join(""));
for (const line of unknown) console.log(`unknown class in ${line}`);
const weak = weakPairs(readFileSync(join(here, "css", "theme-capelle.css"), "utf8"));
for (const line of weak) console.log(`too little contrast in the theme: ${line}`);
if (isCheck && unknown.length + weak.length) failed = true;
process.exitCode = failed ? 1 : 0;
