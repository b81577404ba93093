import type { IntentPhrases } from './phrase-bank.ts';

/** Dinero y contrato. */
export const SPANISH_ACCOUNT: Record<string, IntentPhrases> = {
	billing: {
		openers: [
			'Tengo una duda con la última factura, son {amount} euros y suelo pagar menos.',
			'¿Me puede explicar el cargo de {amount} de la factura del {date}?',
			'Me han llegado dos facturas del mismo mes.',
			'En la factura pone una lectura que no es la mía, dice estimada.'
		],
		upsetOpeners: [
			'Me han cobrado {amount} euros y no tengo ni idea de por qué.',
			'¡Otra vez me han facturado dos veces y se han llevado {amount} de mi cuenta!',
			'La factura se ha doblado desde el mes pasado y nadie me sabe decir el motivo.',
			'Me prometieron una devolución de {amount} hace semanas y sigue sin llegar.'
		],
		asks: [
			['¿Es la factura del {date}?', 'Sí, esa, la de {amount} euros.'],
			['¿Tiene a mano la lectura del contador?', 'Sí, marca {reading}.'],
			['¿Ha cambiado algo en casa, más gente o un aparato nuevo?', 'No, nada, si el piso ha estado vacío.'],
			['¿Se pagó por domiciliación?', 'Sí, en el banco de siempre.']
		],
		findings: [
			'Veo que la factura es estimada, porque la lectura no nos llegó a tiempo.',
			'En esta factura hay un ajuste de {amount} euros de un mes anterior.',
			'El descuento terminó el {date}, por eso ha subido.',
			'Tiene razón, se ha facturado dos veces el mismo periodo.'
		],
		solutions: [
			'He anulado esa factura y emitido la correcta, se le devuelven {amount} euros en {days} días.',
			'Le he vuelto a poner el descuento por doce meses, la próxima será más baja.',
			'La devolución de {amount} está aprobada, la tendrá antes del {date}.',
			'Con su lectura la factura baja a {amount} euros, se la envío ahora.'
		],
		failures: [
			'Me temo que el cargo es correcto y no lo puedo quitar.',
			'La reclamación tiene que ir a otro departamento y puede tardar {days} días laborables.',
			'La devolución todavía no me aparece, solo puedo abrir otra reclamación.'
		],
		questions: [
			['¿El mes que viene va a pasar otra vez?', 'No, la próxima ya irá con lectura real.'],
			['¿La puedo pagar en partes?', 'Sí, hasta en cuatro plazos sin intereses.'],
			['¿Qué es esto del alquiler del contador?', 'Es la tasa regulada del equipo, {amount} al mes.'],
			['¿Y por qué era estimada?', 'El contador no envió datos unos días.']
		]
	},
	payment: {
		openers: [
			'Quería pagar la factura con tarjeta.',
			'Necesito cambiar la cuenta del banco de la domiciliación.',
			'El pago no se ha hecho y me ha llegado un mensaje.',
			'¿Me podrían dar unos días más para pagar {amount} euros?'
		],
		upsetOpeners: [
			'¡Ya he pagado y me siguen mandando avisos!',
			'La web me ha cobrado tres veces y dice que ha fallado.',
			'Me amenazan con cortarme la luz por una factura que pagué el {date}.'
		],
		asks: [
			['¿Qué factura quiere pagar?', 'La del {date}, {amount} euros.'],
			['¿Me dice las cuatro últimas cifras de la cuenta?', 'Son {digits}.'],
			['¿Qué día hizo el pago?', 'El {date}, tengo aquí el justificante.']
		],
		findings: [
			'Veo que el banco ha devuelto el recibo.',
			'El pago de {amount} está aquí, lo que pasa es que no se había asignado.',
			'La factura está pendiente hasta el {date}.'
		],
		solutions: [
			'El pago está hecho, ya no debe nada.',
			'He cambiado la cuenta, se usará desde la próxima factura.',
			'Le he movido el vencimiento al {date}, hasta entonces no pasa nada.',
			'He asignado su pago y he parado los avisos, disculpe las molestias.'
		],
		failures: [
			'Lo siento, la tarjeta ha sido rechazada, tendría que probar con otra.',
			'Esta factura no la puedo aplazar, ya la lleva el departamento de cobros.'
		],
		questions: [
			['¿Es seguro darle el número de la tarjeta?', 'Lo teclea usted en el teléfono, yo no lo veo.'],
			['¿Me llega un justificante?', 'Sí, en un minuto a {email}.'],
			['¿Me van a cobrar recargo?', 'No, esta vez no.']
		]
	},
	tariff: {
		openers: [
			'He visto en la web la tarifa {plan}, ¿me saldría más barata?',
			'Quería saber qué tarifa me conviene, ahora tengo coche eléctrico.',
			'¿Puedo añadir la fibra al contrato que tengo?',
			'Me interesa la oferta para clientes nuevos.'
		],
		upsetOpeners: [
			'Mi vecino paga la mitad que yo con la misma compañía, ¿cómo es posible?',
			'¡Me han cambiado de tarifa sin preguntarme!'
		],
		asks: [
			['¿Cuánto gasta al mes, más o menos?', 'Unos {amount} euros, en invierno algo más.'],
			['¿A qué hora del día consume más?', 'Por la noche y los fines de semana.'],
			['¿Tiene algún otro producto con nosotros?', 'Solo la luz, internet lo tengo con otra.']
		],
		findings: [
			'Con su consumo la tarifa {plan} le ahorraría unos {amount} euros al año.',
			'Tiene usted una tarifa antigua, ahora hay mejores.',
			'La que tiene ya es la más barata para su consumo.'
		],
		solutions: [
			'Le he cambiado a {plan}, empieza el {date} y no tiene permanencia.',
			'Le he enviado la oferta, solo tiene que aceptarla en el mensaje.',
			'Hecho, desde el {date} pagará {amount} menos al mes.'
		],
		failures: [
			'Lo siento, esa oferta es solo para clientes nuevos.',
			'En su dirección todavía no hay cobertura para la tarifa {plan}.'
		],
		questions: [
			['¿Hay penalización si me voy?', 'No, se puede ir cuando quiera.'],
			['¿El precio es fijo?', 'Sí, durante doce meses.'],
			['¿Incluye el descuento de fin de semana?', 'Sí, sábado y domingo todo el día.']
		]
	},
	cancel: {
		openers: [
			'Quería dar de baja el contrato, por favor.',
			'Estoy pensando en cambiarme de compañía, ha subido mucho el precio.',
			'Hemos vendido la casa y tengo que cerrar la cuenta.',
			'¿Cómo doy de baja el servicio de mantenimiento?'
		],
		upsetOpeners: [
			'Quiero darme de baja de todo, hoy mismo. Ya está bien.',
			'¡Me di de baja el {date} y me siguen cobrando!',
			'He pedido la baja tres veces y nadie la hace.'
		],
		asks: [
			['¿Puedo preguntarle el motivo?', 'Otra compañía me ofrece {amount} euros menos al mes.'],
			['¿Desde qué fecha quiere la baja?', 'Desde el {date}, por favor.'],
			['¿Es la luz o también internet?', 'Todo.']
		],
		findings: [
			'Veo que lleva {years} años con nosotros, muchas gracias.',
			'La baja del {date} no se llegó a completar, lo siento.',
			'Ya no le queda permanencia en el contrato.'
		],
		solutions: [
			'El contrato termina el {date}, le llegará la confirmación por escrito.',
			'Si se queda le puedo quitar {amount} euros al mes durante un año... bien, ya está hecho.',
			'La baja queda hecha desde hoy y se le devuelve el último recibo.'
		],
		failures: [
			'No la puedo tramitar hasta que acabe la permanencia el {date}, o tendría una penalización de {amount}.',
			'Lo tiene que confirmar el equipo de bajas, le llamarán en {days} días.'
		],
		questions: [
			['¿Tiene algún coste?', 'No, en su caso no.'],
			['¿Qué hago con el router?', 'Lo puede dejar en cualquiera de nuestras tiendas.'],
			['¿Y la última factura?', 'Le llega el {date} con la lectura final.']
		]
	},
	complaint: {
		openers: [
			'Quería poner una queja por el técnico que vino el {date}.',
			'Quiero saber cómo va la reclamación {case}.',
			'Me atendieron bastante mal en la tienda de {city}.'
		],
		upsetOpeners: [
			'¡Es indignante, nadie contesta a mi reclamación {case}!',
			'El técnico no apareció y he perdido un día entero de trabajo.',
			'Esta mañana me han colgado dos veces. ¡Dos!',
			'Sus comerciales me han mentido.'
		],
		asks: [
			['¿Cuándo ocurrió?', 'El {date}, por la mañana.'],
			['¿Le dieron un número de caso?', 'Sí, el {case}, para lo que ha servido.'],
			['¿Qué sería una solución justa para usted?', 'Que me devuelvan los {amount} euros y una disculpa.']
		],
		findings: [
			'He leído las notas y tiene razón, el caso se quedó abierto.',
			'La visita la canceló la contrata y nadie le avisó.',
			'Veo cuatro llamadas suyas por este asunto.'
		],
		solutions: [
			'Le devuelvo hoy {amount} euros y he escrito al responsable del equipo.',
			'Me quedo yo con el caso y le llamo el {date}.',
			'La reclamación está aceptada, verá la compensación en la próxima factura.'
		],
		failures: [
			'Solo puedo añadir una nota, reclamaciones contesta en {days} días laborables.',
			'Lo siento, para este caso no hay compensación.'
		],
		questions: [
			['¿Y quién es el responsable de esto?', 'Desde ahora, yo. Me llamo {agent}.'],
			['¿Me pueden dar la grabación de la llamada?', 'Sí, la puede pedir por escrito.'],
			['¿Tengo que ir a consumo?', 'Está en su derecho, pero déjeme intentarlo antes.']
		]
	}
};
