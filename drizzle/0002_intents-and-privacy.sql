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
CREATE INDEX `erasures_customer` ON `erasures` (`customer_hash`);