import type { Language } from '../scenario.ts';

/** How else the demo's customers could say why they call, a line each; beside their own openers, what intents are learned from. */
export const DEMO_INTENT_WORDS: Record<string, Record<Language, string>> = {
	billing: {
		en: `I have a question about my bill
My last bill is too high
The invoice has a charge that I did not expect
I think the bill is wrong, the amount does not match
You have charged me twice on the same invoice
Why did my bill go up this month?`,
		es: `Tengo una duda sobre mi factura
La última factura es demasiado alta
En la factura hay un cargo que no esperaba
Creo que la factura está mal, el importe no cuadra
Me han cobrado dos veces en la misma factura
¿Por qué ha subido mi factura este mes?`
	},
	payment: {
		en: `I want to pay my bill by card
The payment failed and I got a reminder
Can I pay in instalments?
Please change the bank account of my direct debit
I have paid already and still get reminders
I need a few more days to pay`,
		es: `Quiero pagar la factura con tarjeta
El pago ha fallado y me ha llegado un aviso
¿Puedo pagar en varios plazos?
Cambien la cuenta del banco de la domiciliación, por favor
Ya he pagado y me siguen llegando avisos
Necesito unos días más para pagar`
	},
	tariff: {
		en: `I would like a cheaper tariff
Which plan is best for me?
I saw the new plan on the web, how much would I save?
I want to change my tariff
Is there an offer with fibre and electricity together?
My plan is old, do you have a better rate?`,
		es: `Quiero una tarifa más barata
¿Qué tarifa me conviene más?
He visto la tarifa nueva en la web, ¿cuánto ahorraría?
Quiero cambiar de tarifa
¿Hay alguna oferta de fibra y luz juntas?
Mi tarifa es antigua, ¿tienen un precio mejor?`
	},
	cancel: {
		en: `I want to cancel my contract
Please cancel my service at the end of the month
How can I cancel my contract without a penalty?
I am going to another company, cancel everything
I cancelled and you still charge me
Is there a minimum stay if I leave?`,
		es: `Quiero dar de baja mi contrato
Denme de baja a final de mes, por favor
¿Cómo puedo darme de baja sin penalización?
Me voy con otra compañía, cancelen todo
Me di de baja y me siguen cobrando
¿Tengo permanencia si me voy?`
	},
	complaint: {
		en: `I want to make a complaint
My complaint has not been answered
I want to complain about your customer service
Nobody solves my complaint, I want a written answer
I wish to complain about the way I was treated
What happened with the complaint I made?`,
		es: `Quiero poner una reclamación
Nadie ha contestado a mi reclamación
Quiero quejarme de su atención al cliente
No me resuelven la queja, quiero una respuesta por escrito
Quiero reclamar por el trato que he recibido
¿Qué ha pasado con la queja que puse?`
	},
	outage: {
		en: `We have no electricity at home
The power went off in the whole street
There is no internet since last night
Is there an outage in my area?
The light is out in the building
We have been without power for hours`,
		es: `No tenemos luz en casa
Se ha ido la luz en toda la calle
No hay internet desde anoche
¿Hay una avería en mi zona?
Estamos sin luz en el edificio
Llevamos horas sin electricidad`
	},
	technical: {
		en: `The wifi is slow and drops all the time
The router does not turn on
The app gives an error when I sign in
I cannot enter the web with my password
The TV box does not work
The page does not let me send the reading`,
		es: `La wifi va lenta y se corta a cada rato
El router no se enciende
La aplicación da error al entrar
No puedo entrar en la web con mi contraseña
El decodificador no funciona
La página no me deja enviar la lectura`
	},
	move: {
		en: `I am moving house and want to take the contract with me
I am moving to a new address next month
Please change the address of the contract
I have moved, who pays for the old flat?
I need electricity in my new home
We move on Friday, can you change the supply?`,
		es: `Me mudo y quiero llevarme el contrato
El mes que viene me mudo a otra dirección
Cambien la dirección del contrato, por favor
Me he mudado, ¿quién paga el piso viejo?
Necesito luz en mi casa nueva
Nos mudamos el viernes, ¿pueden cambiar el suministro?`
	},
	appointment: {
		en: `I want to change my appointment with the technician
When does the technician come?
The technician did not come to the appointment
I need another day for the visit
Can you confirm the visit of the installer?
I would like to book a visit of a technician`,
		es: `Quiero cambiar la cita con el técnico
¿Cuándo viene el técnico?
El técnico no ha venido a la cita
Necesito otro día para la visita
¿Me confirman la visita del instalador?
Quería pedir cita con un técnico`
	}
};
