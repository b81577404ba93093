import type { CueKind } from '#solver/conversations/index.ts';

/** Turns written for this project, a line each: those that carry the cue, and those that only look so. */
export const ENGLISH_CUE_CASES: Record<CueKind, { yes: string; no: string }> = {
	anger: {
		yes: `I am furious, nobody picked up
This is absolutely unacceptable
you people are a joke
What a joke of a company
I'm sick and tired of this
I've had enough of your excuses
This is ridiculous!!
Are you kidding me?
I'm so angry right now
how dare you charge me for that
You lied to me
it's a total disgrace
Your app is useless and so are you
I am really fed up with waiting
this makes my blood boil
what a waste of my time
WORST SERVICE EVER
I feel ripped off
you're all incompetent`,
		no: `I am not angry, just curious
I'm not upset at all, don't worry
Thanks, that was great
The weather is terrible today
My son was mad about the new phone colour
There is no need to be angry, I understand
The router is useless without the cable, where do I plug it in?
I had enough data left last month
I never said you lied
Can I change my plan?
Nothing to complain about, you were lovely
The meter reading is 45012`
	},
	worry: {
		yes: `I'm really worried about this charge
I am scared I will lose my house
please help me, I don't know what to do
I'm desperate, I need it by tomorrow
I'm afraid somebody used my card
this is urgent
I can't sleep because of this bill
I think my account was hacked
What am I supposed to do now?
I'm so anxious about the move
It's an emergency, there is water everywhere
I am panicking here
my wallet was stolen
I'm nervous about giving my details
is it safe to touch the box?
There is a fraudulent payment on my account`,
		no: `Don't worry, it's fine
I'm not worried about it
No worries, thanks
Nothing urgent, whenever you can
there is no rush
I am not concerned about the price
That's safe to say
I hope you have a nice day
It is not an emergency
How much is the basic plan?
Could you send me the invoice again?
I would like to pay by card`
	},
	'legal-threat': {
		yes: `I will sue you
you'll be hearing from my lawyer
My solicitor will be in touch
I'm going to report you to Ofcom
I'll take this to court
see you in court
I will take legal action
I'm contacting trading standards
I am going to the ombudsman
I'm filing a complaint with the regulator
this is illegal and you know it
I know my rights as a consumer, this is breach of contract
I want to make a formal complaint
I'm talking to a lawyer tomorrow
I'll go to the police if I have to
I'll raise it in the small claims court
you leave me no choice but to press charges`,
		no: `I won't sue you, I just want my money back
I'm a lawyer myself and I like your service
I work for a law firm and need a business plan
I am not going to take legal action
The police station is next door to us
is the basketball court lit at night?
I don't want to go to court over this
My brother is a solicitor in Leeds, send the invoice to him
Which regulator goes on the gas bottle?
Please send the contract to my address
There is no need to involve lawyers
Is it legal to resell the router?`
	},
	'churn-threat': {
		yes: `I want to cancel my contract
cancel everything
I'm switching to another provider
I'm going to take my business elsewhere
you just lost a customer
I will never buy from you again
close my account now
I'm thinking of leaving
how do I cancel my subscription?
I'm not renewing
I don't want to be a customer any more
I'll go to a competitor
done with this company
I am leaving you for Vodafone
Vodafone gave me a better offer, so goodbye: I'm out
if this isn't fixed I will cancel
my neighbour pays less, I'm considering switching
port my number to another company, please`,
		no: `I don't want to cancel, I just want to change the date
I'm not leaving, I like it here
Can I cancel the appointment on Tuesday?
please cancel that last order line, I picked the wrong size
I'm moving house in May
Is there another plan I can switch to?
I would like to change my password
The technician is leaving at five
I'd never switch to anyone else, you are the best
The shop closes at nine
My train was cancelled so I am late
Where can I change my address?`
	},
	vulnerability: {
		yes: `my mother is on a breathing machine
I'm disabled and can't get down the stairs
My husband died last month
I lost my job and can't pay
I can't afford this any more
I am in hospital at the moment
we have a newborn and no heating
I'm a pensioner living alone
my daughter has epilepsy
I use a wheelchair
I have cancer and I'm having chemotherapy
we're about to be evicted
I'm blind, I cannot read the letter
my insulin is in the fridge and there's no power
I'm struggling to feed my kids
she is 84 years old and lives alone
I suffer from depression
I don't want to live like this any more`,
		no: `my flight to Cancun leaves at nine
I'm not disabled, my account is
the account is disabled
The signal died yesterday
my phone died
Our baby monitor needs wifi
I can afford it, it's fine
The hospital is our business customer, not me
I work in a funeral home, please send it there
we are not struggling, thanks
It was a blind spot in the coverage
I want the family plan`
	},
	'repeated-contact': {
		yes: `this is the third time I call
I've already called twice about this
I have explained this five times
I've called three times this week
I keep calling and nobody helps
every time I call I get another answer
I'm calling again about the same problem
I already told your colleague
how many times do I have to repeat this?
I was passed from one department to another
still waiting for a reply
it still doesn't work
as I said before, the code is wrong
nobody called me back
any update on my claim?
I spoke to three different people
I emailed you last week and heard nothing
do I really have to explain everything again?`,
		no: `this is the first time I call
I have not called before
Can you call me back?
Three people live in this house
Say it again please, I did not hear
Last week I moved to Denia
it works now, thank you
I paid it twice by mistake
how many times can I change plan a year?
Is there still time to join?
We open at ten every time
I got your e-mail, thanks`
	},
	'asks-for-person': {
		yes: `I want to speak to a human
let me talk to a real person
agent please
can I speak with someone?
put me through to an operator
transfer me to your manager
I need a human being
is there anyone real there?
please connect me with an advisor
I don't want to talk to a bot
stop this bot and give me a person
get me a supervisor
human
why can't I talk to a person?
Could somebody call me?
I would rather speak to someone on the phone
representative
I demand to speak to the person in charge`,
		no: `I don't want to talk to anyone, just cancel it
no need to put me through to an agent
I spoke to an agent yesterday
your agent was very kind
The agent fixed it, thanks
I am a person of few words
a person in my house needs internet
How much per person is it?
don't transfer me again
Human resources sent me this letter
I am talking to my wife about the plan
The estate agent gave me this number
I already talked to your manager and it is solved`
	}
};
