import { serverEnvironment } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, runNode } from './toolchain.mjs';

const env = serverEnvironment();
await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode(['src/server.ts'], { env: { NODE_ENV: 'production', ...env } });
