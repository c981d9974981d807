import type { CommandModule } from "../command-module.ts";
export const command: CommandModule = {
  about: "", arguments: [], options: [], formats: ["json"], exitCode: null, examples: [],
  async run() { return { json: () => 1, text: () => "" }; },
};
