CREATE TABLE `contact_care` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`taken_by` text,
	`taken_at` integer,
	`snoozed_until` integer,
	`note` text,
	`note_by` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`contact_id`) REFERENCES `contacts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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
CREATE INDEX `suggestions_state` ON `suggestions` (`state`);--> statement-breakpoint
CREATE TABLE `contact_intents` (
	`contact_id` text PRIMARY KEY NOT NULL,
	`intent` text,
	`probability` real NOT NULL,
	`language` text,
	`model_version` integer,
	`guessed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contact_intents_guessed` ON `contact_intents` (`guessed_at`);--> statement-breakpoint
CREATE TABLE `intent_examples` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`text` text NOT NULL,
	`intent` text NOT NULL,
	`language` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `intent_examples_text` ON `intent_examples` (`text`);--> statement-breakpoint
CREATE TABLE `intent_models` (
	`version` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`model` text NOT NULL,
	`examples` integer NOT NULL,
	`quality` text NOT NULL,
	`is_in_use` integer DEFAULT false NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `intent_models_in_use` ON `intent_models` (`is_in_use`) WHERE is_in_use = 1;--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`customer_hash` text NOT NULL,
	`pseudonym` text NOT NULL,
	`erased_by` text NOT NULL,
	`erased_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasures_customer` ON `erasures` (`customer_hash`);--> statement-breakpoint
DROP INDEX `contacts_customer`;--> statement-breakpoint
ALTER TABLE `contacts` ADD `bot_ended_at` integer;--> statement-breakpoint
ALTER TABLE `contacts` ADD `bot_id` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `bot_queue` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `bot_reason` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `bot_path` text;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_turns` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_q1` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_q2` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_q3` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_q4` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_shift` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_end` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_with_bot` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `mood_with_person` real;--> statement-breakpoint
ALTER TABLE `contacts` ADD `cues` text;--> statement-breakpoint
CREATE INDEX `contacts_started_last` ON `contacts` (`started_at`,`last_event_at`);--> statement-breakpoint
CREATE INDEX `contacts_bot_started` ON `contacts` (`bot_started_at`) WHERE bot_started_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_customer` ON `contacts` (`customer`,`started_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `with_bot` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `commands` ADD `before` text;--> statement-breakpoint
CREATE INDEX `event_log_at` ON `event_log` (`at`);