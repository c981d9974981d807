import type { DataPath } from "../../model/reading/data-path.ts";
import { decodeText } from "../../model/reading/decode-text.ts";
import { YamlText } from "../../model/reading/yaml-text.ts";
import { domainLimits } from "../domain/domain-limits.ts";
import type { FormatProblems, Place } from "../domain/format-problems.ts";
import { isMapping } from "./value-function.ts";

/** A YAML file that is a mapping, and where its values stand. */
export interface YamlFile {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  place(path: DataPath): Place;
}

/** Null, and a problem, where the file is no mapping in YAML. */
export function yamlFile(file: string, bytes: Uint8Array, problems: FormatProblems): YamlFile | null {
  const whole: Place = { file, line: 0, column: 0 };
  const decoded = decodeText(bytes, domainLimits.yamlBytes);
  if (!decoded.ok) {
    problems.error(
      decoded.code === "not-utf-8" ? "mis-encoded" : decoded.code,
      whole,
      decoded.message,
      decoded.hint,
    );
    return null;
  }
  const mapping = /^type:\s*(\S*MappingUtilityFunction)\s*$/m.exec(decoded.text);
  if (mapping !== null) {
    problems.error(
      "unsupported",
      whole,
      `functions of the type ${mapping[1].slice(0, 60)} are not read`,
      "linear additive functions and hyper-rectangles are",
    );
    return null;
  }
  const yaml = new YamlText(decoded.text);
  for (const { code, message, hint, line, column } of yaml.problems)
    problems.error(code, { file, line, column }, message, hint);
  if (yaml.problems.length > 0) return null;
  if (!isMapping(yaml.data)) {
    problems.error("not-yaml", { file, line: 1, column: 1 }, "expected a mapping (`name: value` lines)");
    return null;
  }
  return { file, data: yaml.data, place: (path) => ({ file, ...yaml.locate(path), path: path.join(".") }) };
}
