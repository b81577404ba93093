CREATE TABLE `calendar_links` (
	`user_id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_links_secret_hash_unique` ON `calendar_links` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `coaching_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`session_id` text,
	`written_by` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `coaching_comments_agent` ON `coaching_comments` (`agent_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `coaching_effects` (
	`session_id` text NOT NULL,
	`metric` text NOT NULL,
	`kind` text NOT NULL,
	`found` text NOT NULL,
	`computed_at` integer NOT NULL,
	PRIMARY KEY(`session_id`, `metric`),
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `coaching_goals` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`metric` text NOT NULL,
	`from_value` real NOT NULL,
	`target` real NOT NULL,
	`by_date` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`current_value` real,
	`probability` real,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`session_id`) REFERENCES `coaching_sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `coaching_goals_session` ON `coaching_goals` (`session_id`);--> statement-breakpoint
CREATE TABLE `coaching_kudos` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`given_by` text NOT NULL,
	`text` text NOT NULL,
	`metric` text,
	`contact_id` text,
	`given_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `coaching_kudos_agent` ON `coaching_kudos` (`agent_id`,`given_at`);--> statement-breakpoint
CREATE TABLE `coaching_mutes` (
	`agent_id` text NOT NULL,
	`cause` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `cause`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `coaching_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`coach_id` text,
	`cause` text NOT NULL,
	`module_id` text,
	`metrics` text NOT NULL,
	`main_case` text,
	`expected` text NOT NULL,
	`evidence` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`state_before` text,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`notes` text DEFAULT '' NOT NULL,
	`held_at` integer,
	`acknowledged_at` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`coach_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `coaching_sessions_agent` ON `coaching_sessions` (`agent_id`,`start_at`);--> statement-breakpoint
CREATE INDEX `coaching_sessions_coach` ON `coaching_sessions` (`coach_id`,`start_at`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`href` text NOT NULL,
	`told_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notices_user` ON `notices` (`user_id`,`told_at`);--> statement-breakpoint
CREATE TABLE `adherence_excuses` (
	`id` text PRIMARY KEY NOT NULL,
	`agent_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `adherence_excuses_span` ON `adherence_excuses` (`from_at`);--> statement-breakpoint
CREATE TABLE `schedule_changes` (
	`order` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`activity` text,
	`moved_to` integer,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_by` text,
	`removed_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `schedule_changes_id_unique` ON `schedule_changes` (`id`);--> statement-breakpoint
CREATE INDEX `schedule_changes_span` ON `schedule_changes` (`from_at`);--> statement-breakpoint
CREATE TABLE `user_languages` (
	`user_id` text PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `quality_calibrations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`form_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`contacts` text NOT NULL,
	`is_closed` integer DEFAULT false NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quality_disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`evaluation_id` text NOT NULL,
	`item_id` text NOT NULL,
	`reason` text NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	`disputed_at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`value_before` text NOT NULL,
	`value_after` text,
	`score_before` real,
	`score_after` real,
	FOREIGN KEY (`evaluation_id`) REFERENCES `quality_evaluations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quality_disputes_state` ON `quality_disputes` (`state`);--> statement-breakpoint
CREATE UNIQUE INDEX `quality_disputes_once` ON `quality_disputes` (`evaluation_id`,`item_id`) WHERE state <> 'withdrawn';--> statement-breakpoint
CREATE TABLE `quality_draws` (
	`id` text PRIMARY KEY NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	`month` text NOT NULL,
	`seed` integer NOT NULL,
	`drawn_by` text NOT NULL,
	`drawn_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quality_evaluations` (
	`id` text PRIMARY KEY NOT NULL,
	`contact_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`form_id` text NOT NULL,
	`form_version` integer NOT NULL,
	`basis` text NOT NULL,
	`calibration_id` text DEFAULT '' NOT NULL,
	`evaluator` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`answers` text NOT NULL,
	`comment` text DEFAULT '' NOT NULL,
	`score` real,
	`weighted` real,
	`failed_by` text NOT NULL,
	`contact_date` text NOT NULL,
	`contact_at` integer NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`shared_at` integer,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quality_evaluations_agent` ON `quality_evaluations` (`agent_id`,`contact_at`);--> statement-breakpoint
CREATE INDEX `quality_evaluations_shared` ON `quality_evaluations` (`state`,`shared_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `quality_evaluations_once` ON `quality_evaluations` (`contact_id`,`agent_id`,`evaluator`,`calibration_id`) WHERE state <> 'discarded';--> statement-breakpoint
CREATE TABLE `quality_form_versions` (
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`form_id`, `version`),
	FOREIGN KEY (`form_id`) REFERENCES `quality_forms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `quality_forms` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`is_retired` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `quality_samples` (
	`contact_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`draw_id` text NOT NULL,
	`basis` text NOT NULL,
	`probability` real,
	`population` integer,
	`risk` real NOT NULL,
	`reasons` text NOT NULL,
	`contact_at` integer NOT NULL,
	`state` text DEFAULT 'open' NOT NULL,
	PRIMARY KEY(`contact_id`, `agent_id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`draw_id`) REFERENCES `quality_draws`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `quality_samples_state` ON `quality_samples` (`state`);