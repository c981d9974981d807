import { parseXml, XmlDocumentType, XmlElement, XmlError } from "@rgrove/parse-xml";
import { domainLimits } from "../domain/domain-limits.ts";
import type { FormatProblems, Place } from "../domain/format-problems.ts";
import { linePlaces } from "../domain/line-places.ts";
import { decodeXml } from "./decode-xml.ts";

/** An element with its place. Text between elements carries nothing in these formats. */
export interface Element {
  readonly name: string;
  readonly place: Place;
  readonly children: readonly Element[];
  attribute(name: string): string | undefined;
}

/** What a file is that is no XML at all. */
export type NotXml = "numbers" | "broken";

/**
 * The root element of an XML file; otherwise a problem, save where the file is only a table of numbers, such as the Pareto
 * points that some domains bring along. A document type is refused, and with it every entity a file could define.
 */
export function xmlRoot(file: string, bytes: Uint8Array, problems: FormatProblems): Element | NotXml {
  const decoded = decodeXml(bytes);
  const whole: Place = { file, line: 0, column: 0 };
  if (!decoded.ok) {
    problems.error(decoded.code, whole, decoded.message, decoded.hint);
    return "broken";
  }
  const { text } = decoded;
  if (/^[\s\d.,;eE+-]+$/.test(text) && /\d/.test(text)) return "numbers";
  try {
    const parsed = parseXml(text, { includeOffsets: true, preserveDocumentType: true });
    const type = parsed.children.find((node) => node instanceof XmlDocumentType);
    if (type !== undefined) {
      problems.error(
        "document-type",
        whole,
        "the file has a document type (<!DOCTYPE …>), which is not read",
        "delete it; entities are not expanded",
      );
      return "broken";
    }
    if (parsed.root === null) throw new RangeError("no root");
    return elementOf(parsed.root, file, linePlaces(text), 1);
  } catch (error) {
    if (error instanceof XmlError) {
      const what = error.message.split("\n")[0].replace(/ \(line \d+, column \d+\)$/, "");
      if (/<!DOCTYPE/.test(text))
        problems.error(
          "document-type",
          whole,
          "the file has a document type (<!DOCTYPE …>), which is not read",
          "delete it; entities are not expanded",
        );
      else
        problems.error(
          "not-xml",
          { file, line: error.line, column: error.column },
          `not well-formed XML: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
          hintFor(what),
        );
      return "broken";
    }
    // Thousands of elements inside one another exhaust the parser's stack.
    if (!(error instanceof RangeError)) throw error;
    problems.error("too-deep", whole, `more than ${domainLimits.depth} elements inside one another`);
    return "broken";
  }
}

type LinePlaces = ReturnType<typeof linePlaces>;

function elementOf(node: XmlElement, file: string, at: LinePlaces, depth: number): Element {
  if (depth > domainLimits.depth) throw new RangeError("too deep");
  const { attributes, name } = node;
  const children = node.children.flatMap((child) =>
    child instanceof XmlElement ? [elementOf(child, file, at, depth + 1)] : [],
  );
  return {
    name,
    place: { file, ...at(node.start) },
    children,
    attribute: (key) => (Object.hasOwn(attributes, key) ? attributes[key] : undefined),
  };
}

function hintFor(message: string): string {
  if (/entity/i.test(message)) return "write & as &amp;";
  if (/end tag|Unclosed/i.test(message)) return "is the file complete?";
  return "";
}
