import { mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

const long = mergeConfig(base, { test: { testTimeout: 600_000, passWithNoTests: true } });
// mergeConfig would join the two lists.
long.test = { ...long.test, include: ["**/*.long.ts"] };
export default long;
