import type { Plugin } from 'vite';

export function devRealtime(): Plugin {
	return { name: 'marea:dev-realtime' };
}
