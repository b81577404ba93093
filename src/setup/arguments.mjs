import { parseArgs } from 'node:util';
import { fail } from './toolchain.mjs';

/** `--port --host --db --no-demo --demo-zone` as the environment that the server reads. @returns {Record<string, string>} */
export function serverEnvironment() {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string' },
				host: { type: 'string' },
				db: { type: 'string' },
				'no-demo': { type: 'boolean' },
				'demo-zone': { type: 'string' }
			}
		});
		/** @type {Record<string, string>} */
		const env = {};
		if (values.port !== undefined) {
			if (!/^\d+$/.test(values.port) || Number(values.port) > 65535)
				fail(`--port ${values.port}: give a number from 0 to 65535.`);
			env.PORT = values.port;
		}
		if (values.host !== undefined) env.HOST = values.host;
		if (values.db !== undefined)
			env.DATABASE_URL = values.db.startsWith('file:') ? values.db : `file:${values.db}`;
		if (values['no-demo']) env.MAREA_DEMO = '0';
		if (values['demo-zone'] !== undefined) {
			if (!isTimeZone(values['demo-zone']))
				fail(`--demo-zone ${values['demo-zone']}: give an IANA time zone, such as America/Bogota.`);
			env.MAREA_DEMO_ZONE = values['demo-zone'];
		}
		return env;
	} catch (error) {
		fail(
			`${/** @type {Error} */ (error).message}\nUsage: npm start [-- --port N --host H --db file:PATH --no-demo --demo-zone ZONE]`
		);
	}
}

/** @param {string} zone */
function isTimeZone(zone) {
	try {
		new Intl.DateTimeFormat('en', { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}
