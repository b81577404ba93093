import { serverEnvironment } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, runNode } from './toolchain.mjs';

const env = serverEnvironment();
await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode(['src/server.ts'], {
	// Compiled code outlives the process: a start need not compile it again.
	env: { NODE_ENV: 'production', NODE_COMPILE_CACHE: 'node_modules/.cache/node', ...env }
});
