import type { IntentPhrases } from './phrase-bank.ts';

/** Light, internet, visits and addresses. */
export const ENGLISH_SUPPLY: Record<string, IntentPhrases> = {
	outage: {
		openers: [
			'We have no electricity in {street} street.',
			'Is there an outage in {city}? The power went off half an hour ago.',
			'The internet is down since this morning.',
			'The light goes on and off all the time.'
		],
		upsetOpeners: [
			'We have been without power for {hours} hours and nobody tells us anything!',
			'No internet again, and I work from home!',
			'It is the third outage this month, my freezer is ruined.',
			'My mother is on a breathing machine and there is no light in the building!'
		],
		asks: [
			['Are the neighbours without light as well?', 'Yes, the whole street is dark.'],
			['Could you check the main switch?', 'I have, it is up.'],
			['Which lights are on at the router?', 'Only a red one, blinking.'],
			['What is the exact address?', '{street} street, number {number}, in {city}.']
		],
		findings: [
			'There is a known fault in your area, a team is on its way.',
			'I do not see a fault in the grid, it may be inside your home.',
			'It is planned work that should have ended at {time}.',
			'The line does not answer, the fault is between us and your router.'
		],
		solutions: [
			'The team expects it back at {time}, and I will send you a message when it is.',
			'I have restarted the line from here... can you see a green light? Great.',
			'A technician will be with you today before {time}.',
			'It is back in your area now, please lift the main switch again.'
		],
		failures: [
			'I am sorry, I have no time for the repair yet.',
			'The next technician is free on {date}, I have nothing earlier.',
			'It belongs to the network company, I can only pass on the fault.'
		],
		questions: [
			['Do I get something back for this?', 'Yes, from four hours on it is discounted by itself.'],
			['Can you tell me when it comes back?', 'The estimate is {time}, I will write to you.'],
			['Is it dangerous to touch the box?', 'Please leave it, the technician will look at it.']
		]
	},
	technical: {
		openers: [
			'The wifi is very slow in the bedroom.',
			'The app does not let me sign in.',
			'My {device} does not turn on.',
			'I cannot send the meter reading, the page gives an error.'
		],
		upsetOpeners: [
			'I pay for 600 megas and get 20. It is a scam.',
			'Your app crashes every single time!',
			'It is the second {device} you send me and it does not work either.'
		],
		asks: [
			['Could you tell me what the screen says?', 'It says error {digits}.'],
			['Have you tried to restart the {device}?', 'Yes, twice, and it is just the same.'],
			['Are you connected by cable or by wifi?', 'By wifi, in the living room.'],
			['Which phone do you have?', 'An Android one, two years old.']
		],
		findings: [
			'I see the {device} has an old version of its software.',
			'Your channel is full of the networks of the neighbours.',
			'Your account had been locked after several tries.',
			'The signal that reaches you is weak, {digits} errors today.'
		],
		solutions: [
			'I have updated it from here, it will restart now... try again, please. It works? Great!',
			'I have changed the channel, the speed is now what it should be.',
			'I have sent you a new password by text message.',
			'A new {device} goes out today, it arrives on {date}.'
		],
		failures: [
			'I cannot fix this from here, a technician has to come on {date}.',
			'It is a known fault of the app and there is no date for it yet.'
		],
		questions: [
			['Will I lose my settings?', 'No, they are kept.'],
			['Should I buy a repeater?', 'With your flat one should be enough, we can send it.'],
			['Can I use my own router?', 'Yes, I can send you the settings.']
		]
	},
	move: {
		openers: [
			'We are moving house on {date} and I want to take the contract with us.',
			'I would like to put the contract of my new flat in my name.',
			'How do I give you the final reading of the old address?',
			'I need light at a new address, {street} street, in {city}.'
		],
		upsetOpeners: [
			'I asked for the move two weeks ago and the new flat has no light!',
			'I am paying for two addresses and I only live in one.'
		],
		asks: [
			['What is the new address?', '{street} street {number}, in {city}.'],
			['Do you have the supply code of the new place?', 'Yes, it is on the old bill: {ref}.'],
			['On which day do you get the keys?', 'On {date}.']
		],
		findings: [
			'The supply at the new address is active, so it is only a change of name.',
			'The new flat has no contract at present, it needs a new connection.',
			'The move was stopped, because a document was missing.'
		],
		solutions: [
			'It is arranged: on {date} the new one starts and the old one ends.',
			'I have put the contract in your name, nothing will be cut.',
			'I have restarted the move with priority, you will have light before {date}.'
		],
		failures: [
			'Without the certificate of the installation I cannot go on, I am sorry.',
			'The network company needs {days} working days and I cannot make it shorter.'
		],
		questions: [
			['Do I need to be at home?', 'No, the meter is read from a distance.'],
			['How much is the change?', 'It is free for customers.'],
			['Can I keep my tariff?', 'Yes, the same price and the same conditions.']
		]
	},
	appointment: {
		openers: [
			'I would like to change the appointment with the technician.',
			'Can you confirm the visit of {date}?',
			'I need a technician for the boiler check.',
			'What time is the installer coming?'
		],
		upsetOpeners: [
			'I have been at home since eight and nobody has come!',
			'You have changed my appointment again without telling me.'
		],
		asks: [
			['Which day would suit you?', '{date} in the morning, if possible.'],
			['Will somebody be at home between {time} and three hours later?', 'Yes, I will be there.'],
			['Is it for the boiler or for the fibre?', 'For the {device}.']
		],
		findings: [
			'I see your visit on {date} at {time}.',
			'The technician is late because of another repair, he is on the way.',
			'There is a place free on {date}.'
		],
		solutions: [
			'It is changed to {date} at {time}, you will get a message.',
			'Confirmed, the technician will call you half an hour before.',
			'I have found a place for tomorrow at {time}.'
		],
		failures: [
			'There is nothing free before {date}, I am sorry.',
			'I cannot reach the technician, somebody will call you back.'
		],
		questions: [
			['How long does it take?', 'About an hour.'],
			['Do I have to prepare anything?', 'Only free access to the {device}.'],
			['Can he call before he comes?', 'Yes, I have put a note.']
		]
	}
};
