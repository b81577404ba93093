import { join } from 'node:path';
import { serverEnvironment } from './arguments.mjs';
import { ensureInstalled, root, runNode } from './toolchain.mjs';

const env = serverEnvironment();
await ensureInstalled();
process.exitCode = await runNode([join(root, 'node_modules/vite/bin/vite.js'), 'dev'], { env });
