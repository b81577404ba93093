import { ensureInstalled, runNode } from './toolchain.mjs';

// The CLI's results go to stdout, so set-up speaks on stderr only.
await ensureInstalled({ quiet: true });
process.exitCode = await runNode(['src/cli/main.ts', ...process.argv.slice(2)]);
