import type { IntentPhrases } from './phrase-bank.ts';

/** Money and contract. */
export const ENGLISH_ACCOUNT: Record<string, IntentPhrases> = {
	billing: {
		openers: [
			'I have a question about my last bill, it is {amount} euros and I normally pay less.',
			'Could you explain the charge of {amount} on my invoice from {date}?',
			'I have received two bills for the same month.',
			'My bill shows a reading that is not mine, it says estimated.'
		],
		upsetOpeners: [
			'You have charged me {amount} euros and I have no idea what for.',
			'You have billed me twice again and taken {amount} from my account!',
			'My bill has doubled since last month and nobody can tell me why.',
			'I was promised a refund of {amount} weeks ago and it is still not here.'
		],
		asks: [
			['Is it the invoice from {date}?', 'Yes, that one, for {amount} euros.'],
			['Do you have the meter reading at hand?', 'Yes, it says {reading}.'],
			[
				'Did anything change at home, more people or a new appliance?',
				'No, nothing at all, the flat was even empty.'
			],
			['Was it paid by direct debit?', 'Yes, from the same bank as always.']
		],
		findings: [
			'I see the bill was estimated, because the reading did not reach us in time.',
			'There is an adjustment of {amount} euros from an earlier month on this one.',
			'The discount ended on {date}, that is why it went up.',
			'You are right, the same period has been billed twice.'
		],
		solutions: [
			'I have cancelled that bill and issued a correct one, {amount} euros go back to your account in {days} days.',
			'I have put the discount back for twelve months and the next bill will be lower.',
			'The refund of {amount} is approved, you will get it by {date}.',
			'With your reading the bill comes down to {amount} euros, I am sending it now.'
		],
		failures: [
			'I am afraid the charge is correct and I cannot take it off.',
			'The claim has to go to another department and may take {days} working days.',
			'I cannot see the refund yet, I can only open a new claim.'
		],
		questions: [
			['Will it happen again next month?', 'No, the next one will use the real reading.'],
			['Can I split it into parts?', 'Yes, in up to four payments without interest.'],
			['What is this "meter rental" line?', 'It is the regulated fee for the meter, {amount} a month.'],
			['Why was it estimated?', 'The meter did not send data for some days.']
		]
	},
	payment: {
		openers: [
			'I would like to pay my bill by card.',
			'I need to change the bank account for my direct debit.',
			'My payment did not go through and I got a text message.',
			'Could I get a few more days to pay {amount} euros?'
		],
		upsetOpeners: [
			'I have paid already and you keep sending me reminders!',
			'Your website has taken my payment three times and says failed.',
			'You are threatening to cut me off for a bill that I paid on {date}.'
		],
		asks: [
			['Which bill would you like to pay?', 'The one from {date}, {amount} euros.'],
			['Could you tell me the last four digits of the account?', 'They are {digits}.'],
			['On which day did you pay?', 'On {date}, I have the receipt here.']
		],
		findings: [
			'I can see the payment came back from the bank.',
			'The payment of {amount} is here, it had just not been matched to the bill.',
			'The bill is open until {date}.'
		],
		solutions: [
			'The payment is done, your balance is zero.',
			'I have changed the account, it will be used from the next bill on.',
			'I have moved the due date to {date}, nothing else will happen until then.',
			'I have matched your payment and stopped the reminders, my apologies.'
		],
		failures: [
			'The card has been refused, I am sorry, you would have to try with another one.',
			'I cannot move the date for this bill, it is already with the collection team.'
		],
		questions: [
			['Is it safe to give you the card number?', 'You will type it on your keypad, I cannot see it.'],
			['Do I get a receipt?', 'Yes, in a minute at {email}.'],
			['Will I be charged for the late payment?', 'No, not this time.']
		]
	},
	tariff: {
		openers: [
			'I saw the {plan} plan on your website, would it be cheaper for me?',
			'I would like to know which tariff suits me best, I have an electric car now.',
			'Can I add fibre to the contract I have?',
			'I am interested in your offer for new customers.'
		],
		upsetOpeners: [
			'A neighbour pays half of what I do with the same company, how is that possible?',
			'You have moved me to another plan without asking me!'
		],
		asks: [
			['How much do you use in a month, roughly?', 'About {amount} euros, more in winter.'],
			['At what time of day do you use most?', 'In the evening and at weekends.'],
			['Do you have any other product with us?', 'Just electricity, the internet is with another company.']
		],
		findings: [
			'With your use the {plan} plan would save you about {amount} euros a year.',
			'You are on an old tariff, we have better ones now.',
			'The plan that you have is already the cheapest for your use.'
		],
		solutions: [
			'I have changed you to {plan}, it starts on {date} and there is no minimum stay.',
			'I have sent you the offer, you only have to accept it in the message.',
			'Done, from {date} you will pay {amount} less each month.'
		],
		failures: [
			'I am sorry, that offer is only for new customers.',
			'There is no coverage for the {plan} plan at your address yet.'
		],
		questions: [
			['Is there a penalty if I leave?', 'No, you can leave whenever you like.'],
			['Is the price fixed?', 'Yes, for twelve months.'],
			['Does it include the weekend discount?', 'Yes, from Saturday to Sunday, all day.']
		]
	},
	cancel: {
		openers: [
			'I would like to cancel my contract, please.',
			'I am thinking of changing company, the price went up too much.',
			'We sold the house and I need to close the account.',
			'How do I cancel the maintenance service?'
		],
		upsetOpeners: [
			'I want to cancel everything, today. I have had enough.',
			'I cancelled on {date} and you are still charging me!',
			'I have asked three times to be cancelled and nobody does it.'
		],
		asks: [
			['May I ask why you want to leave?', 'Another company offers me {amount} euros less a month.'],
			['From which date should it end?', 'From {date}, please.'],
			['Is it for the electricity or for the internet as well?', 'For everything.']
		],
		findings: [
			'I see you have been with us for {years} years, thank you for that.',
			'The cancellation from {date} was never completed, I am sorry.',
			'There is no minimum stay left on your contract.'
		],
		solutions: [
			'The contract ends on {date}, you will get the confirmation in writing.',
			'If you stay I can take {amount} euros a month off for a year... good, it is done.',
			'I have cancelled it as of today and the last charge will be returned.'
		],
		failures: [
			'I cannot close it until the permanence ends on {date}, or there is a fee of {amount}.',
			'The retention team has to confirm it, they will call you within {days} days.'
		],
		questions: [
			['Is there a fee?', 'No, not in your case.'],
			['What happens to the router?', 'You can leave it at any of our shops.'],
			['And the last bill?', 'It comes on {date} with the final reading.']
		]
	},
	complaint: {
		openers: [
			'I would like to make a complaint about the technician who came on {date}.',
			'I want to follow up the complaint {case}.',
			'I was treated rather badly in your shop in {city}.'
		],
		upsetOpeners: [
			'This is an outrage, nobody answers my complaint {case}!',
			'Your technician never came and I lost a whole day of work.',
			'I was hung up on twice this morning. Twice!',
			'I have been lied to by your sales people.'
		],
		asks: [
			['When did it happen?', 'On {date}, in the morning.'],
			['Did anybody give you a case number?', 'Yes, {case}, for all the good it did.'],
			['What would be a fair solution for you?', 'To get my {amount} euros back and an apology.']
		],
		findings: [
			'I have read the notes of the case and you are right, it was left open.',
			'The visit was cancelled by the contractor and nobody told you.',
			'I see four calls from you about this.'
		],
		solutions: [
			'I am refunding {amount} euros today and I have written to the manager of the team.',
			'I have taken over the case in my own name and will call you on {date}.',
			'The complaint is accepted, you will have the compensation on the next bill.'
		],
		failures: [
			'I can only add a note, the complaints team answers in {days} working days.',
			'I am sorry, there is no compensation for this case.'
		],
		questions: [
			['Who is responsible for this?', 'I am, from now on. My name is {agent}.'],
			['Can I have the recording of the call?', 'Yes, you can ask for it in writing.'],
			['Do I have to go to the consumer office?', 'That is your right, but let me try first.']
		]
	}
};
