CREATE TABLE `minimum_staff` (
	`id` text PRIMARY KEY NOT NULL,
	`agents` integer NOT NULL,
	`skill_id` text,
	`weekdays` text NOT NULL,
	`from_minute` integer NOT NULL,
	`to_minute` integer NOT NULL,
	`from_date` text,
	`to_date` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`skill_id`) REFERENCES `skills`(`id`) ON UPDATE no action ON DELETE cascade
);
