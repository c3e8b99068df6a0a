// Reads a theme and names each pair of colours with too little contrast (WCAG 2.2: 1.4.3 and 1.4.11), in each scheme.

const text = [
  ...["ground", "surface"].flatMap((ground) =>
    ["ink", "quiet", "link", "link-hover", "brick", "brick-text", "leaf-text"].map((ink) => [ink, ground]),
  ),
  ...["water", "sun", "leaf", "brick", "quiet"].map((name) => [`${name}-text`, `${name}-tint`]),
  ...["water-tint", "sun-tint", "leaf-tint"].map((ground) => ["ink", ground]),
  ["link", "water-tint"],
  ...["accent", "sun", "brick"].flatMap((name) => [[`on-${name}`, name], [`on-${name}`, `${name}-hover`]]),
  ["on-leaf", "leaf"],
  ["on-deep", "deep"],
  ["on-deep", "river"],
  ["on-deep-quiet", "deep"],
].map((pair) => [...pair, 4.5]);
const shapes = [
  ["edge", "ground"],
  ["edge", "surface"],
  ["leaf", "surface"],
  ["leaf", "track"],
  ["focus", "ground"],
  ["focus", "surface"],
].map((pair) => [...pair, 3]);

function luminance(colour) {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join("") : colour.slice(1);
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours of a block of the theme: name without prefix to #hex. */
const colours = (css) => Object.fromEntries([...css.matchAll(/--portal-([\w-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map(([, name, hex]) => [name, hex]));

export function weakPairs(theme) {
  const [first, ...media] = theme.split("@media");
  const block = (...words) => colours(media.find((css) => words.every((word) => css.split("{")[0].includes(word))) ?? "");
  const light = colours(first);
  const dark = { ...light, ...block("color-scheme: dark") };
  const schemes = {
    light,
    dark,
    "light, more contrast": { ...light, ...block("prefers-contrast") },
    "dark, more contrast": { ...dark, ...block("prefers-contrast"), ...block("prefers-contrast", "dark") },
  };
  return Object.entries(schemes).flatMap(([scheme, has]) =>
    [...text, ...shapes].flatMap(([ink, ground, least]) => {
      if (!has[ink] || !has[ground]) return [`${scheme}: ${has[ink] ? ground : ink} is missing`];
      const found = contrast(has[ink], has[ground]);
      return found < least ? [`${scheme}: ${ink} on ${ground} is ${found.toFixed(2)}, needs ${least}`] : [];
    }),
  );
}
