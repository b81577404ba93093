import { goto } from '$app/navigation';
import { page } from '$app/state';

const WRITE_AFTER_MS = 250;

/**
 * Parts of a view that live in the address: read once from it, written back a moment after they change, without a
 * new entry in the history. A value equal to its default is left out.
 */
export class AddressParams<Name extends string> {
	readonly #defaults: Record<Name, string>;
	values = $state() as Record<Name, string>;

	constructor(defaults: Record<Name, string>) {
		this.#defaults = defaults;
		this.values = this.#read();
	}

	#read(): Record<Name, string> {
		const read = { ...this.#defaults };
		for (const name of Object.keys(read) as Name[])
			read[name] = page.url.searchParams.get(name) ?? read[name];
		return read;
	}

	/** For $effect: writes what has changed; answers its clean-up. */
	write(): () => void {
		const values = { ...this.values };
		const timer = setTimeout(() => {
			// As it is by then: others write parts of it, too.
			// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made and read here only
			const search = new URLSearchParams(location.search);
			const before = search.toString();
			for (const name of Object.keys(this.#defaults) as Name[]) {
				if (values[name] === this.#defaults[name]) search.delete(name);
				else search.set(name, values[name]);
			}
			const text = search.toString();
			if (text === before) return;
			// eslint-disable-next-line svelte/no-navigation-without-resolve -- the same page
			void goto(`${location.pathname}${text ? `?${text}` : ''}`, {
				replace: true,
				shallow: true,
				reset: false
			});
		}, WRITE_AFTER_MS);
		return () => clearTimeout(timer);
	}

	/** After a link to the same page with another query. */
	reread(): void {
		Object.assign(this.values, this.#read());
	}
}
