import type { CoachingNotice } from './coaching.ts';

/** What a notice's sentence names: `coach`, `agent`, `by`, `cause`, `metric`, `offer` as text, `startAt` in UTC ms. */
export type NoticeAbout = Record<string, string | number>;

/** Something that one person was told. */
export interface NoticeRow {
	id: string;
	kind: CoachingNotice;
	about: NoticeAbout;
	/** Page to open. */
	href: string;
	toldAt: number;
	/** Null = not read yet. */
	readAt: number | null;
}

export interface NoticeList {
	unread: number;
	/** Newest first. */
	latest: NoticeRow[];
}
