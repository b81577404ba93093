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
CREATE TABLE `coaching_estimates` (
	`run_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`metric` text NOT NULL,
	`verdict` text NOT NULL,
	`observations` integer NOT NULL,
	`days` integer NOT NULL,
	`reached` real NOT NULL,
	`expected` real NOT NULL,
	`estimate` real NOT NULL,
	`sd` real NOT NULL,
	`sds` real NOT NULL,
	`gap_probability` real NOT NULL,
	`gap_p` real NOT NULL,
	`detail` text,
	PRIMARY KEY(`run_id`, `agent_id`, `metric`),
	FOREIGN KEY (`run_id`) REFERENCES `coaching_runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `coaching_estimates_agent` ON `coaching_estimates` (`agent_id`);--> statement-breakpoint
CREATE TABLE `coaching_evidence` (
	`finding_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`contact_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`role` text NOT NULL,
	`score` real NOT NULL,
	`values` text NOT NULL,
	PRIMARY KEY(`finding_id`, `ordinal`),
	FOREIGN KEY (`finding_id`) REFERENCES `coaching_findings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `coaching_findings` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`cause` text NOT NULL,
	`probability` real NOT NULL,
	`priority` real NOT NULL,
	`gaps` text NOT NULL,
	`support` text NOT NULL,
	`main_case` text,
	`recommendations` text NOT NULL,
	`mentors` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `coaching_runs`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `coaching_findings_run` ON `coaching_findings` (`run_id`);--> statement-breakpoint
CREATE INDEX `coaching_findings_agent` ON `coaching_findings` (`agent_id`);--> statement-breakpoint
CREATE TABLE `coaching_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`metrics` text NOT NULL,
	`computed_by` text NOT NULL,
	`computed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `coaching_runs_computed` ON `coaching_runs` (`computed_at`);--> statement-breakpoint
CREATE TABLE `performance_days` (
	`date` text NOT NULL,
	`agent_id` text NOT NULL,
	`origin` text NOT NULL,
	`scheduled_seconds` real DEFAULT 0 NOT NULL,
	`exception_seconds` real DEFAULT 0 NOT NULL,
	`evaluations` integer DEFAULT 0 NOT NULL,
	`evaluation_scores` real DEFAULT 0 NOT NULL,
	`evaluation_squares` real DEFAULT 0 NOT NULL,
	PRIMARY KEY(`date`, `agent_id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `performance_facts` (
	`date` text NOT NULL,
	`agent_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`channel` text NOT NULL,
	`intent` text NOT NULL,
	`band` text NOT NULL,
	`origin` text NOT NULL,
	`handled` integer DEFAULT 0 NOT NULL,
	`holdable` integer DEFAULT 0 NOT NULL,
	`holds` integer DEFAULT 0 NOT NULL,
	`transferable` integer DEFAULT 0 NOT NULL,
	`transfers` integer DEFAULT 0 NOT NULL,
	`fcr_closed` integer DEFAULT 0 NOT NULL,
	`fcr_resolved` integer DEFAULT 0 NOT NULL,
	`recontactable` integer DEFAULT 0 NOT NULL,
	`recontacts` integer DEFAULT 0 NOT NULL,
	`surveys` integer DEFAULT 0 NOT NULL,
	`satisfied` integer DEFAULT 0 NOT NULL,
	`escalatable` integer DEFAULT 0 NOT NULL,
	`escalations` integer DEFAULT 0 NOT NULL,
	`wrapped` integer DEFAULT 0 NOT NULL,
	`moods` integer DEFAULT 0 NOT NULL,
	`shifts` integer DEFAULT 0 NOT NULL,
	`talk_seconds` real DEFAULT 0 NOT NULL,
	`hold_seconds` real DEFAULT 0 NOT NULL,
	`acw_seconds` real DEFAULT 0 NOT NULL,
	`log_handle` real DEFAULT 0 NOT NULL,
	`log_handle_squares` real DEFAULT 0 NOT NULL,
	`log_acw` real DEFAULT 0 NOT NULL,
	`log_acw_squares` real DEFAULT 0 NOT NULL,
	`mood_at_start` real DEFAULT 0 NOT NULL,
	`mood_shift` real DEFAULT 0 NOT NULL,
	`mood_shift_squares` real DEFAULT 0 NOT NULL,
	PRIMARY KEY(`date`, `agent_id`, `queue_id`, `channel`, `intent`, `band`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`queue_id`) REFERENCES `queues`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
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