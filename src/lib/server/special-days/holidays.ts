import type Holidays from 'date-holidays';

export interface Place {
	country: string;
	state?: string | null;
	region?: string | null;
}

export type HolidayKind = 'public' | 'bank' | 'optional' | 'school' | 'observance';

export interface Holiday {
	date: string;
	name: string;
	kind: HolidayKind;
	/** Its names in every language there is, this one among them. */
	names: string[];
}

/** The rules of the whole world: read when first asked for, and on the server only. */
let loading: Promise<typeof Holidays> | null = null;
const load = () => (loading ??= import('date-holidays').then((module) => module.default));

const DAY_MS = 86_400_000;

/** Codes of the countries with known holidays; a name for those that `Intl` may not know. */
export async function listCountries(language: string): Promise<{ code: string; name: string }[]> {
	const World = await load();
	const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
	return Object.entries(new World().getCountries(language))
		.map(([code, name]) => ({ code, name: regionName(names, code) ?? name }))
		.sort((a, b) => a.name.localeCompare(b.name, language));
}

/** `DisplayNames` throws on a code that is none of a country's. */
function regionName(names: Intl.DisplayNames, code: string): string | undefined {
	try {
		return names.of(code);
	} catch {
		return undefined;
	}
}

const entries = (found: Record<string, string> | undefined, language: string) =>
	Object.entries(found ?? {})
		.map(([code, name]) => ({ code, name }))
		.sort((a, b) => a.name.localeCompare(b.name, language));

/** The parts of a country that have holidays of their own, and the parts of one of those. */
export async function listRegions(
	{ country, state }: Place,
	language: string
): Promise<{ states: { code: string; name: string }[]; regions: { code: string; name: string }[] }> {
	const world = new (await load())();
	return {
		states: entries(world.getStates(country, language), language),
		regions: state ? entries(world.getRegions(country, state, language), language) : []
	};
}

/** A place's holidays of a year, each day of a longer one; null when the place is not known. */
export async function holidaysOf(place: Place, year: number, language: string): Promise<Holiday[] | null> {
	const World = await load();
	const world = new World();
	if (!world.getCountries()[place.country]) return null;
	world.init(place.country, place.state ?? undefined, place.region ?? undefined);
	const own = world.getLanguages();
	const languages = [...new Set([language, ...own, 'en'])];
	const byLanguage = languages.map((one) => {
		// Where a name is missing in the first language the country's own stands in.
		world.setLanguages([one, ...own]);
		return world.getHolidays(year, one);
	});
	return byLanguage[0]!.flatMap((holiday, i) => {
		const names = [...new Set(byLanguage.map((list) => list[i]?.name ?? holiday.name))];
		const first = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`);
		const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
		return Array.from({ length: days }, (_, d) => ({
			date: new Date(first + d * DAY_MS).toISOString().slice(0, 10),
			name: holiday.name,
			kind: holiday.type,
			names
		}));
	});
}
