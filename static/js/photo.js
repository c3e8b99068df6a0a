// A photo is made smaller before it travels: 8 MB from a phone takes a quarter of a minute over a mobile network. Where
// and when it was taken then stays on the phone as well. Whatever goes wrong here, the photo travels as it is.

const LONG_SIDE = 2000; // the portal keeps 1,600 pixels at most
const SHORT_SIDE = 640; // and cuts its cards out of no fewer than this
const SMALL = 700_000; // bytes: travels as it is

document.addEventListener("change", async ({ target }) => {
  if (!target.matches?.("input[type=file][accept^='image/']")) return;
  const chosen = [...target.files];
  const light = [];
  for (const file of chosen) light.push(await smaller(file).catch(() => file)); // one at a time: each takes 50 MB
  const isChosenAnew = target.files.length !== chosen.length || chosen.some((file, n) => file !== target.files[n]);
  if (isChosenAnew || chosen.every((file, n) => file === light[n])) return;
  const files = new DataTransfer();
  for (const file of light) files.items.add(file);
  target.files = files.files;
});

async function smaller(file) {
  if (file.size <= SMALL) return file;
  const photo = await createImageBitmap(file);
  const sides = [photo.width, photo.height];
  const scale = Math.min(1, Math.max(LONG_SIDE / Math.max(...sides), SHORT_SIDE / Math.min(...sides)));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = sides.map((side) => Math.round(side * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "white"; // behind what is transparent
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(photo, 0, 0, canvas.width, canvas.height);
  photo.close();
  const data = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  if (!data || data.size >= file.size) return file;
  return new File([data], file.name.replace(/\.\w+$/, "") + ".jpg", { type: data.type });
}
