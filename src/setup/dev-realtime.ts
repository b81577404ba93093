import type { Server } from 'node:http';
import { isRunnableDevEnvironment, type Plugin } from 'vite';

interface Realtime {
	attachRealtime(server: Server): () => Promise<void>;
}
interface RuntimeModule {
	startRuntime(): Promise<{ stop(): Promise<void> }>;
}

/** Live sockets in `npm run dev`: the hub is put on Vite's own server, through the module graph that the routes use. */
export function devRealtime(): Plugin {
	return {
		name: 'marea:dev-realtime',
		apply: 'serve',
		configureServer(server) {
			if (process.env.VITEST || !server.httpServer) return;
			const http = server.httpServer as Server;
			let detach: (() => Promise<void>) | undefined;
			http.once('listening', async () => {
				const { ssr } = server.environments;
				if (!ssr || !isRunnableDevEnvironment(ssr))
					throw new Error('The dev server has no runnable SSR environment.');
				const { startRuntime } = (await ssr.runner.import('/src/lib/server/runtime.ts')) as RuntimeModule;
				const runtime = await startRuntime();
				const { attachRealtime } = (await ssr.runner.import('/src/lib/server/realtime/index.ts')) as Realtime;
				detach = attachRealtime(http);
				http.once('close', () => void runtime.stop());
			});
			http.once('close', () => void detach?.());
		}
	};
}
