import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import {
  type Case,
  type CaseFiles,
  type ChunkResult,
  decodeChunk,
  encodeChunk,
  type Manifest,
  makeManifest,
} from "@parley/engine";
import { BadInput, badInput } from "../bad-input.ts";
import { CASE_FILE } from "../find-case.ts";
import { checkFiles } from "../load-case.ts";
import { readFolder } from "../read-folder.ts";
import { readSafely, shortest } from "../read-safely.ts";
import { unreadable } from "../unreadable.ts";
import { cannotWrite, writeAside } from "../write-aside.ts";

/*
 * A run in a folder: `manifest.json`, the case as it was in `case/`, and each chunk in `chunks/`, in a file named after its
 * index and its address. Nothing in it is changed once written, so that several machines may write into one folder.
 */
export const MANIFEST_FILE = "manifest.json";
const CASE_FOLDER = "case";
const CHUNK_FOLDER = "chunks";
const LARGEST_MANIFEST = 1 << 16;
const LARGEST_CHUNK = 1 << 28;

type StoredFiles = CaseFiles & { readonly caseText: Uint8Array };

export interface Run {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly kase: Case;
  readonly files: CaseFiles;
}

/** Writes what a run is into a folder that has none yet. */
export function beginRun(folder: string, manifest: Manifest, files: StoredFiles, cwd: string): void {
  const shown = shortest(folder, cwd);
  if (existsSync(join(folder, MANIFEST_FILE))) {
    throw badInput("exists", `${shown} holds a run already`, {
      file: shown,
      hint: "`--resume` goes on with it; or name another folder",
    });
  }
  const texts = { [CASE_FILE]: files.caseText, ...files.sources };
  try {
    for (const name of Object.keys(texts))
      mkdirSync(dirname(join(folder, CASE_FOLDER, name)), { recursive: true });
    mkdirSync(join(folder, CHUNK_FOLDER), { recursive: true });
  } catch (error) {
    throw cannotWrite(shown, error as NodeJS.ErrnoException);
  }
  for (const [name, text] of Object.entries(texts))
    writeAside(join(folder, CASE_FOLDER, name), text, { replace: true });
  // Last, so that a folder with a manifest is complete.
  writeAside(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { replace: false });
}

/** The run that a manifest belongs to, with the case beside it; a case that is not the manifest's is refused. */
export function openRun(manifestFile: string, cwd: string): Run {
  const folder = dirname(manifestFile);
  const manifest = readManifest(manifestFile, cwd);
  const stored = readFolder(join(folder, CASE_FOLDER, CASE_FILE), cwd);
  const files = { ...stored, options: { asOf: manifest.case.asOf } };
  const { kase } = checkFiles(stored, manifest.case.asOf);
  if (kase.hash !== manifest.case.hash) {
    const file = shortest(join(folder, CASE_FOLDER), cwd);
    throw badInput("other-case", `${file} is not the case that the manifest was made for`, { file });
  }
  refuseChanged(kase, manifest, shortest(manifestFile, cwd));
  return { folder, manifest, kase, files };
}

/** What this version makes of the same request must be the same run, to the columns that it draws. */
function refuseChanged(kase: Case, manifest: Manifest, file: string): void {
  const made = makeManifest(kase, manifest);
  if (made.ok && made.value.id === manifest.id) return;
  throw badInput("other-version", `${file} was made by another version of Parley, or changed since`, {
    file,
    hint: "make it again, in another folder",
  });
}

function readManifest(file: string, cwd: string): Manifest {
  const shown = shortest(file, cwd);
  if (!existsSync(file)) throw badInput("no-such-file", `there is no ${shown}`, { file: shown });
  const bytes = readSafely(file, undefined, LARGEST_MANIFEST, (path) => shortest(path, cwd));
  try {
    const manifest = JSON.parse(new TextDecoder().decode(bytes)) as Manifest;
    if (typeof manifest.id === "string" && typeof manifest.case?.hash === "string") return manifest;
  } catch {
    // Said below, as of any file that is no manifest.
  }
  throw badInput("not-a-manifest", `${shown} is no manifest of readings`, {
    file: shown,
    hint: "`parley compare CASE --out FOLDER` writes one",
  });
}

/** Writes one chunk under its name, whole or not at all; one that is there already stays. @returns its path */
export function storeChunk(
  { folder, manifest }: Pick<Run, "folder" | "manifest">,
  chunk: ChunkResult,
): string {
  const { bytes, address } = encodeChunk(manifest, chunk);
  const path = join(folder, CHUNK_FOLDER, `${String(chunk.index).padStart(6, "0")}-${address}.chunk`);
  if (!existsSync(path)) writeAside(path, bytes, { replace: true });
  return path;
}

/** Every chunk in a run's folder, one after the other, in the order of their names; the first that is none of its is thrown. */
export function* storedChunks({ folder, manifest }: Pick<Run, "folder" | "manifest">, cwd: string) {
  const chunks = join(folder, CHUNK_FOLDER);
  for (const name of chunkNames(chunks, cwd)) {
    const path = join(chunks, name);
    const bytes = readSafely(path, undefined, LARGEST_CHUNK, (file) => shortest(file, cwd));
    // A plain view: a part of a Buffer would share the memory of files read later.
    const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const decoded = decodeChunk(manifest, plain, shortest(path, cwd));
    if (!decoded.ok) throw new BadInput(decoded.problems);
    yield decoded.value;
  }
}

function chunkNames(folder: string, cwd: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => basename(name).endsWith(".chunk") && !name.startsWith("."))
      .sort();
  } catch (error) {
    throw unreadable(shortest(folder, cwd), error as NodeJS.ErrnoException);
  }
}
