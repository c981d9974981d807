import { expect, test } from "vitest";
import { domainFormatOf, readDomainFolder } from "./domain-folder.ts";
import { asBytes, ferryNegmas, orchardGenius, picnicGeniusWeb } from "./small-domains.oracle.ts";

test.each([
  ["genius", orchardGenius],
  ["geniusweb", picnicGeniusWeb],
  ["negmas", ferryNegmas],
])("a folder in %s is known as such and read", async (format, texts) => {
  const files = asBytes({ ...texts, "README.md": "about", ".hidden.xml": "<a/>" });
  expect(domainFormatOf(files)).toBe(format);
  const read = await readDomainFolder(files);
  expect(read).toMatchObject({ ok: true, value: { format } });
});

test("files of several kinds: the one that has a domain decides", () => {
  expect(domainFormatOf(asBytes({ ...ferryNegmas, "notes.xml": "<notes/>", "package.json": "{}" }))).toBe(
    "negmas",
  );
});

test("a case is no domain, nor is a folder of pictures", async () => {
  expect(domainFormatOf(asBytes({ ...orchardGenius, "case.yaml": "parley: 1" }))).toBeNull();
  expect(await readDomainFolder(asBytes({ "a.png": "x" }))).toMatchObject({
    ok: false,
    problems: [{ code: "no-domain" }],
  });
  expect(await readDomainFolder({})).toMatchObject({ ok: false, problems: [{ code: "no-domain" }] });
});

test("an as-of date is taken over; without one a placeholder says that it is one", async () => {
  const dated = await readDomainFolder(asBytes(orchardGenius), { asOf: "2011-05-02" });
  expect(dated.ok && dated.value.caseText).toContain("asOf: 2011-05-02\nviewpoint");
  const undated = await readDomainFolder(asBytes(orchardGenius));
  expect(undated.ok && undated.value.caseText).toContain("asOfNote: ");
});
