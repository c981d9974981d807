import { defineConfig } from "vitest/config";

export default defineConfig({
  // Workspace packages are tested from their sources, not from a build.
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["**/*.{test,laws}.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.cache/**"],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxConcurrency: 2,
  },
});
