import { channelName } from '#lib/components/floor/channel-name.ts';
import type { FeedEvidence } from '#lib/contracts/feed.ts';
import { feedContactFigure, feedMetricName } from '#lib/format/feed-words.ts';
import { formatDateTime } from '#lib/format/index.ts';
import { m } from '#lib/paraglide/messages.js';

/** A contact as its agent remembers it: how, where and when. */
export const contactHeading = (
	{ contactId, channel, queueName, startedAt }: FeedEvidence,
	timeZone: string
): string =>
	channel === null || queueName === null || startedAt === null
		? m.coachfeed_contact_plain({ id: contactId })
		: m.coachfeed_contact({
				channel: channelName(channel),
				queue: queueName,
				at: formatDateTime(startedAt, timeZone)
			});

/** What the contact was in the metrics that it is shown for. */
export const contactFigures = ({ values }: FeedEvidence): string =>
	Object.entries(values)
		.map(([metric, value]) => `${feedMetricName(metric)}: ${feedContactFigure(metric, value)}`)
		.join(', ');
