import type { IntentPhrases } from './phrase-bank.ts';

/** Luz, internet, visitas y direcciones. */
export const SPANISH_SUPPLY: Record<string, IntentPhrases> = {
	outage: {
		openers: [
			'No tenemos luz en la calle {street}.',
			'¿Hay una avería en {city}? Se ha ido la luz hace media hora.',
			'Internet no funciona desde esta mañana.',
			'La luz se va y viene todo el rato.'
		],
		upsetOpeners: [
			'¡Llevamos {hours} horas sin luz y nadie nos dice nada!',
			'¡Otra vez sin internet, y yo trabajo desde casa!',
			'Es el tercer corte del mes, se me ha estropeado todo el congelador.',
			'¡Mi madre está con una máquina de oxígeno y no hay luz en el edificio!'
		],
		asks: [
			['¿Los vecinos también están sin luz?', 'Sí, toda la calle está a oscuras.'],
			['¿Puede mirar si ha saltado el diferencial?', 'Ya lo he mirado, está subido.'],
			['¿Qué luces tiene el router?', 'Solo una roja que parpadea.'],
			['¿Cuál es la dirección exacta?', 'Calle {street}, número {number}, en {city}.']
		],
		findings: [
			'Hay una avería conocida en su zona, ya va un equipo de camino.',
			'No veo avería en la red, puede ser de la instalación de casa.',
			'Son trabajos programados que tenían que acabar a las {time}.',
			'La línea no responde, la avería está entre la central y su router.'
		],
		solutions: [
			'El equipo prevé que vuelva a las {time}, le mando un mensaje cuando esté.',
			'He reiniciado la línea desde aquí... ¿ve la luz verde? Estupendo.',
			'Hoy mismo pasa un técnico antes de las {time}.',
			'Ya ha vuelto en su zona, suba otra vez el general, por favor.'
		],
		failures: [
			'Lo siento, todavía no tengo hora para la reparación.',
			'El próximo técnico libre es el {date}, antes no tengo nada.',
			'Es cosa de la distribuidora, yo solo puedo pasar el aviso.'
		],
		questions: [
			['¿Me van a descontar algo por esto?', 'Sí, a partir de cuatro horas se descuenta solo.'],
			['¿Me puede decir cuándo vuelve?', 'La previsión es a las {time}, yo le escribo.'],
			['¿Es peligroso tocar el cuadro?', 'Mejor no lo toque, lo mirará el técnico.']
		]
	},
	technical: {
		openers: [
			'El wifi va muy lento en la habitación.',
			'La aplicación no me deja entrar.',
			'No se me enciende el {device}.',
			'No puedo enviar la lectura, la página da error.'
		],
		upsetOpeners: [
			'Pago 600 megas y me llegan 20. Es una estafa.',
			'¡La aplicación se cierra cada dos por tres!',
			'Es el segundo {device} que me mandan y tampoco funciona.'
		],
		asks: [
			['¿Me dice qué pone en la pantalla?', 'Pone error {digits}.'],
			['¿Ha probado a reiniciar el {device}?', 'Sí, dos veces, y sigue igual.'],
			['¿Está conectado por cable o por wifi?', 'Por wifi, en el salón.'],
			['¿Qué móvil tiene?', 'Un Android de hace dos años.']
		],
		findings: [
			'Veo que el {device} tiene una versión antigua.',
			'El canal está saturado por las redes de los vecinos.',
			'Su cuenta estaba bloqueada por varios intentos.',
			'La señal que le llega es débil, hoy hay {digits} errores.'
		],
		solutions: [
			'Lo he actualizado desde aquí, ahora se reinicia... pruebe otra vez. ¿Funciona? ¡Genial!',
			'Le he cambiado el canal, ya tiene la velocidad contratada.',
			'Le he enviado una contraseña nueva por mensaje.',
			'Hoy sale un {device} nuevo, le llega el {date}.'
		],
		failures: [
			'Desde aquí no lo puedo arreglar, tiene que ir un técnico el {date}.',
			'Es un fallo conocido de la aplicación y aún no hay fecha.'
		],
		questions: [
			['¿Voy a perder la configuración?', 'No, se conserva.'],
			['¿Me compro un repetidor?', 'Para su piso basta con uno, se lo podemos enviar.'],
			['¿Puedo usar mi propio router?', 'Sí, le mando los datos.']
		]
	},
	move: {
		openers: [
			'Nos mudamos el {date} y quería llevarme el contrato.',
			'Quería poner a mi nombre el contrato del piso nuevo.',
			'¿Cómo doy la última lectura de la casa vieja?',
			'Necesito dar de alta la luz en la calle {street}, en {city}.'
		],
		upsetOpeners: [
			'¡Pedí el traslado hace dos semanas y el piso nuevo sigue sin luz!',
			'Estoy pagando dos casas y vivo en una.'
		],
		asks: [
			['¿Cuál es la dirección nueva?', 'Calle {street} {number}, en {city}.'],
			['¿Tiene el código CUPS del piso?', 'Sí, viene en la factura antigua: {ref}.'],
			['¿Qué día le dan las llaves?', 'El {date}.']
		],
		findings: [
			'El suministro nuevo está activo, así que solo es un cambio de titular.',
			'El piso no tiene contrato ahora mismo, hace falta un alta nueva.',
			'El traslado se paró porque faltaba un documento.'
		],
		solutions: [
			'Queda arreglado: el {date} empieza el nuevo y termina el otro.',
			'Ya está el contrato a su nombre, no habrá ningún corte.',
			'He reactivado el traslado con prioridad, tendrá luz antes del {date}.'
		],
		failures: [
			'Sin el boletín de la instalación no puedo seguir, lo siento.',
			'La distribuidora necesita {days} días laborables y no lo puedo acortar.'
		],
		questions: [
			['¿Tengo que estar en casa?', 'No, el contador se lee a distancia.'],
			['¿Cuánto cuesta el cambio?', 'Para clientes es gratis.'],
			['¿Puedo mantener mi tarifa?', 'Sí, mismo precio y mismas condiciones.']
		]
	},
	appointment: {
		openers: [
			'Quería cambiar la cita con el técnico.',
			'¿Me confirma la visita del {date}?',
			'Necesito un técnico para la revisión de la caldera.',
			'¿A qué hora viene el instalador?'
		],
		upsetOpeners: [
			'¡Llevo en casa desde las ocho y aquí no ha venido nadie!',
			'Me han vuelto a cambiar la cita sin avisar.'
		],
		asks: [
			['¿Qué día le viene bien?', 'El {date} por la mañana, si puede ser.'],
			['¿Habrá alguien en casa desde las {time}?', 'Sí, estaré yo.'],
			['¿Es para la caldera o para la fibra?', 'Para el {device}.']
		],
		findings: [
			'Veo su visita el {date} a las {time}.',
			'El técnico va con retraso por otra avería, está de camino.',
			'Hay un hueco el {date}.'
		],
		solutions: [
			'Queda cambiada al {date} a las {time}, le llegará un mensaje.',
			'Confirmada, el técnico le llamará media hora antes.',
			'Le he encontrado un hueco mañana a las {time}.'
		],
		failures: [
			'No hay nada libre antes del {date}, lo siento.',
			'No localizo al técnico, le llamarán ellos.'
		],
		questions: [
			['¿Cuánto tarda?', 'Una hora, más o menos.'],
			['¿Tengo que preparar algo?', 'Solo dejar libre el acceso al {device}.'],
			['¿Puede llamar antes de venir?', 'Sí, lo dejo anotado.']
		]
	}
};
