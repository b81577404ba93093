CREATE TABLE `suggestions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`contact_id` text NOT NULL,
	`queue_id` text,
	`subject` text NOT NULL,
	`rule` text NOT NULL,
	`version` text NOT NULL,
	`score` real,
	`reasons` text NOT NULL,
	`made_at` integer NOT NULL,
	`made_for` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`seen_until` integer DEFAULT 0 NOT NULL,
	`is_followed` integer,
	`answered_by` text,
	`wait_seconds` real,
	`handle_seconds` real,
	`is_resolved` integer,
	`csat` integer,
	`mood_shift` real,
	`came_back` integer,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `suggestions_contact` ON `suggestions` (`contact_id`,`kind`);--> statement-breakpoint
CREATE INDEX `suggestions_made` ON `suggestions` (`made_at`);--> statement-breakpoint
CREATE INDEX `suggestions_state` ON `suggestions` (`state`);