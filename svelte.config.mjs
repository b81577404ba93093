import adapter from '@sveltejs/adapter-node';

/**
 * SvelteKit's options; vite.config.ts hands them to the plugin, eslint.config.js reads them too.
 * @type {NonNullable<Parameters<typeof import('@sveltejs/kit/vite').sveltekit>[0]>}
 */
export default {
	compilerOptions: {
		runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
	},
	adapter: adapter({ out: 'build', precompress: true }),
	// hooks.server.ts checks the origin of every write that is not made with an API key.
	csrf: { trustedOrigins: ['*'] },
	csp: {
		mode: 'auto',
		directives: {
			'default-src': ['self'],
			'script-src': ['self'],
			'style-src': ['self', 'unsafe-inline'],
			'img-src': ['self', 'data:'],
			'font-src': ['self', 'data:'],
			'connect-src': ['self'],
			'frame-ancestors': ['none'],
			'object-src': ['none'],
			'base-uri': ['none'],
			'form-action': ['self']
		}
	}
};
