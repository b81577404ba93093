import { m } from '#lib/paraglide/messages.js';

/** A version in the page's language: which forecast, and which of its states. */
export function versionName({
	name,
	kind,
	isPublished,
	isChanged
}: {
	name: string;
	kind: 'planned' | 'computed';
	isPublished: boolean;
	isChanged: boolean;
}): string {
	if (kind === 'computed') return m.compare_version_computed({ name });
	if (isPublished) return m.compare_version_published({ name });
	return isChanged ? m.compare_version_planned({ name }) : name;
}
