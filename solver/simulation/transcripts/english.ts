import { ENGLISH_ACCOUNT } from './english-account.ts';
import { ENGLISH_SUPPLY } from './english-supply.ts';
import type { LanguagePhrases } from './phrase-bank.ts';

export const ENGLISH: LanguagePhrases = {
	greetings: [
		'Thank you for contacting {site}, my name is {agent}. How can I help?',
		'Hello {first}, you are through to {agent} at {site}. What can I do for you today?',
		'Good {daypart}, {site}, {agent} speaking. How may I help you?',
		'Hi {first}, this is {agent} from {site}. How can I help you today?',
		'Hello, {agent} here. Thanks for waiting, what can I help you with?'
	],
	greetingsAfterTransfer: [
		'Hello {first}, this is {agent}. My colleague has told me a little, could you tell me the rest?',
		'Hi {first}, {agent} here, I have taken over from my colleague. Let me see what I can do.',
		'Good {daypart} {first}, you have been passed on to me, I am {agent}. How can I help?'
	],
	afterBot: [
		'I already explained all this to the bot.',
		'Finally a person. The bot was no use at all.',
		'As I told the assistant,',
		'The chatbot could not help me, so:',
		'I have typed this three times to the bot already.'
	],
	afterTransfer: [
		'I have just explained it all to your colleague.',
		'This is the second person I am talking to.',
		'Your colleague said you could sort it out.',
		'I hope I am in the right place now.'
	],
	empathy: [
		'I am sorry to hear that, I can see why you are upset.',
		'I understand, that must be frustrating.',
		'I apologise for the trouble, let us sort this out.',
		'That is not the experience we want you to have, I am sorry.',
		'I completely understand, thank you for telling me.'
	],
	askIdentity: [
		'Could you give me your contract number, please?',
		'May I take your full name and postcode to find your account?',
		'To look at your account I need the contract number or the phone number on it.',
		'Could you confirm the last three digits of your ID and your date of birth?'
	],
	giveIdentity: [
		'Yes, it is {ref}.',
		'{name}, contract {ref}.',
		'One moment... {ref}.',
		'My name is {name}, the phone is {phone}.',
		'Sure, {ref}, under {name}.'
	],
	checking: [
		'Thank you. Give me a moment while I check.',
		'Perfect, I am opening your account now.',
		'Thanks {first}, let me have a look at the system.',
		'One second, I am bringing up the details.',
		'Let me check that for you.'
	],
	holdBegins: [
		'I need to check with another team, may I put you on hold for a moment?',
		'Bear with me, I will put you on a brief hold.',
		'Would you mind holding while I ask a colleague?'
	],
	holdEnds: [
		'Thank you for holding, {first}.',
		'Sorry to keep you waiting, I have the answer now.',
		'Thanks for your patience, I am back.'
	],
	transferring: [
		'For this I need to pass you to the right department, they will have all my notes.',
		'I am going to transfer you to a specialist who can finish this.',
		'My colleagues in the other team can solve this, I am passing you over now.'
	],
	anythingElse: [
		'Is there anything else I can help you with?',
		'Can I do anything else for you today?',
		'Was there anything else, {first}?'
	],
	goodbyes: [
		'Thank you for being with {site}. Have a good {daypart}.',
		'Thanks {first}, take care.',
		'You are welcome. Goodbye!',
		'Thank you for contacting us, {first}. Goodbye.'
	],
	reactions: [
		[
			'This is ridiculous.',
			'I have had enough of this company, honestly.',
			'Are you joking? That is unacceptable.',
			'Every time it is the same story, nobody takes responsibility.',
			'That is the worst service I have ever had.',
			'I want to speak to your manager.'
		],
		[
			'That does not really help me.',
			'I am not happy about it.',
			'It is annoying, I have already lost a whole morning with this.',
			'But that is not what I was told last time.',
			'Why does this keep happening?',
			'I do not understand why it is so complicated.'
		],
		['Right.', 'OK, I see.', 'Go on.', 'Fine, and then?', 'All right, I will wait.', 'Understood.', 'OK.'],
		[
			'That sounds good.',
			'OK, thanks for checking.',
			'Ah, that makes sense now.',
			'Good, I appreciate it.',
			'Great, OK.'
		],
		[
			'Oh brilliant, that is exactly what I needed!',
			'That is great, thank you so much.',
			'Wonderful, you have been really helpful.',
			'Perfect, that was quick!'
		]
	],
	closings: [
		[
			'This is a disgrace. I am leaving for another company.',
			'No. You have solved nothing and I will be making a formal complaint.',
			'Useless. I will say so in a review.'
		],
		[
			'No, that is it. I hope it really gets fixed this time.',
			'Fine, but I am still not satisfied.',
			'No. I will call again if it is not sorted by {date}.'
		],
		['No, that is all.', 'No thanks, that was it.', 'That is everything, thank you.', 'No, bye.'],
		[
			'No, all good, thanks for your help.',
			'That is all, thank you {agent}.',
			'No, thanks, you have been kind.'
		],
		[
			'No, that is perfect. Thank you so much, {agent}, you have been amazing!',
			'That is all, best service I have had in ages. Thank you!',
			'Brilliant, thanks a lot, you made my day.'
		]
	],
	leadIns: [
		[
			'Look, I am really angry.',
			'This is the third time I am calling about this!',
			'I am sick of it.',
			'Unbelievable.'
		],
		[
			'I am a bit fed up.',
			'I have been waiting for ages.',
			'Sorry, but this is a problem for me.',
			'Well, this is not good.'
		],
		['Hello.', 'Hi.', 'Good {daypart}.', 'So,', 'Yes, hello.'],
		['Hi there!', 'Hello, thanks for taking this.', 'Hi {agent}, thanks.'],
		['Hello! Nice to talk to you.', 'Hi, hope you are having a good day!']
	],
	fillers: [
		['Will I get that in writing?', 'Yes, an e-mail goes out as soon as I close the case.'],
		['Can you send it to my e-mail?', 'Of course, I have {email} on file, is that still right?'],
		['Sorry, could you repeat that?', 'Of course. Your reference is {case}, please keep it at hand.'],
		['How long is it going to take?', 'Normally within {days} working days.'],
		[
			'Is there a direct number for next time?',
			'You can quote {case} and you will come straight to our team.'
		],
		['Can I do it in the app as well?', 'Yes, under My account, Requests, you will see it there.'],
		['And it does not cost anything?', 'No, there is no charge for you.'],
		['My husband called last week about the same thing.', 'I can see a note from that call, thank you.'],
		['The line is not very good, are you there?', 'Yes, I am here, I can hear you well.']
	],
	emailGreeting: 'Dear Sir or Madam,',
	emailClose: 'Regards, {name} (contract {ref})',
	emailReplyOpen: 'Dear {name}, thank you for your message.',
	emailReplyClose: 'Your reference is {case}. Kind regards, {agent}, {site}',
	bot: {
		greetings: [
			'Hi, I am {bot}, the virtual assistant of {site}. Tell me in a few words what you need.',
			'Hello {first}! I am {bot}. I can help with bills, outages, appointments and more. What is it about?'
		],
		asksIdentity: [
			'Got it. Could you give me your contract number?',
			'I can help with that. Which contract is it about?',
			'Thanks for telling me. What is your contract number?'
		],
		identities: ['{ref}', 'It is {ref}, in {city}.', 'contract {ref}', 'Sure, {ref}.'],
		found: [
			'Thank you, {first}, I have found contract {ref}.',
			'That is checked: contract {ref} in {city}.',
			'Perfect, I have the contract in front of me.'
		],
		answers: ['Yes.', 'yes that one', 'The first one, I think.', 'ok, yes', 'Yes, please do.'],
		again: ['I said:', 'Again:', 'No, listen.', 'That is not it.'],
		solved: [
			'Done! I have sent you the details by e-mail. Does this solve your question?',
			'Your request {case} is registered, you will hear from us before {date}. Anything else?',
			'I have checked: everything is in order and up to date as of {date}. Does that help?'
		],
		solvedThanks: ['Yes, thanks', 'Great, that was quick, thank you!', 'perfect, bye', 'Yes that is all.'],
		notUnderstood: [
			'Sorry, I did not quite get that. Could you say it in other words?',
			'I am not sure I understood. Is it about a bill?',
			'Hmm, I could not find anything about that. Please try again with fewer words.'
		],
		wantsPerson: [
			'I want to talk to a person',
			'agent please',
			'This is useless, give me a human.',
			'No!! Put me through to somebody real',
			'Can I speak with someone, please?'
		],
		handsOver: [
			'Of course, I am passing you to a colleague with what you have told me.',
			'I will connect you with one of our agents. Please stay with me.',
			'Understood. A person will be with you as soon as possible.'
		],
		writesOn: {
			calm: ['Are you there?', 'I am still here.', 'By the way, mornings suit me best.', 'Hello?'],
			upset: [
				'Hello?? Is anybody there?',
				'How long is this going to take?',
				'I hope I do not have to tell it all again.'
			]
		}
	},
	intents: { ...ENGLISH_ACCOUNT, ...ENGLISH_SUPPLY }
};
