/**
 * Customers' turns written for this project, by mood, one a line: what public tweets lack (polite requests, answers
 * to a bot's questions, complaints without a strong word, thanks at the end).
 */
export const SERVICE_TURNS: Record<'en' | 'es', Record<'negative' | 'neutral' | 'positive', string>> = {
	en: {
		neutral: `I want to check my bill
I would like to change my address please
Can you tell me my balance?
What time do you open tomorrow?
My order number is 4471932
Yes
No
Okay
Hello
Hi, I have a question about my contract
I need to update my card details
How do I reset my password?
I am calling about an invoice from March
It is for the blue one, size 42
The last four digits are 8821
One moment please
I'd like to book an appointment for Thursday
Can you send me the invoice by email?
Is it possible to return an item?
I want to know when my parcel will arrive
My name is John Carter
I live in 12 Oak Street
What documents do I need?
How much does the basic plan cost?
I want to add a second line to my account
Please transfer me to sales
Could you explain this charge on my bill?
Which branch is nearest to me?
I'm looking for the return form
It's a savings account
Do you deliver on Saturdays?
I moved last month
Sure, go ahead
I don't know the number
No, that is the only one
Not at the moment
I want to upgrade my plan
Tuesday at ten
Let me check
I have two contracts with you`,
		negative: `I have been on hold for 40 minutes
Nobody calls me back
This is the third time I contact you about the same thing
You charged me twice
My internet has been down since yesterday
The package never arrived
I want to cancel, I have had enough
Still no answer
That is not what I asked
You are not listening to me
I want to make a complaint
Your agent hung up on me
I paid and it still says unpaid
The app keeps crashing when I log in
Why was I charged for something I did not order?
I already explained this to two people
This bot does not understand anything
It arrived broken
I am really disappointed
How is this still not fixed?
I was promised a refund two weeks ago
No one told me about this fee
I will switch to another company
I keep getting the same error
You sent the wrong item again
I cannot work without internet
I'm going to report you to the ombudsman
I need a person, this thing is useless
My card was blocked and I am stuck abroad
The technician did not show up
Great, another hour of waiting
Wonderful, now it doesn't even turn on
Thanks a lot, now I have no phone
I'm worried someone used my card
I feel cheated`,
		positive: `Thanks, all sorted now
Perfect, that was quick
You have been very helpful
It works now, thank you
Great service, I will recommend you
Thank you so much for your patience
Brilliant, exactly what I needed
That is very kind of you
I'm really happy with the new plan
The technician was friendly and fast
Excellent, have a nice day
Awesome, got it
Much better than last time
Wow, I did not expect it so soon
I appreciate your help
The refund arrived, thanks
Lovely, thank you
You solved it in a minute
No problems at all, everything works
Good, thanks for explaining`
	},
	es: {
		neutral: `Quiero consultar mi factura
Me gustaría cambiar mi dirección, por favor
¿Me puede decir mi saldo?
¿A qué hora abren mañana?
Mi número de pedido es 4471932
Sí
No
Vale
Hola
Hola, tengo una pregunta sobre mi contrato
Necesito actualizar los datos de mi tarjeta
¿Cómo cambio la contraseña?
Llamo por una factura de marzo
Es el azul, talla 42
Los últimos cuatro dígitos son 8821
Un momento, por favor
Quisiera pedir una cita para el jueves
¿Me puede enviar la factura por correo?
¿Se puede devolver un artículo?
Quiero saber cuándo llega mi paquete
Me llamo Juan García
Vivo en la calle Mayor 12
¿Qué documentos necesito?
¿Cuánto cuesta el plan básico?
Quiero añadir otra línea a mi cuenta
Páseme con ventas, por favor
¿Me puede explicar este cargo de mi factura?
¿Cuál es la oficina más cercana?
Busco el formulario de devolución
Es una cuenta de ahorro
¿Reparten los sábados?
Me mudé el mes pasado
Claro, dígame
No sé el número
No, es la única
De momento no
Quiero ampliar mi tarifa
El martes a las diez
Déjeme mirar
Tengo dos contratos con ustedes`,
		negative: `Llevo 40 minutos esperando
Nadie me devuelve la llamada
Es la tercera vez que llamo por lo mismo
Me han cobrado dos veces
No tengo internet desde ayer
El paquete no ha llegado
Quiero darme de baja, ya he tenido bastante
Sigo sin respuesta
Eso no es lo que he preguntado
No me están escuchando
Quiero poner una reclamación
El agente me colgó
He pagado y sigue saliendo pendiente
La aplicación se cierra cada vez que entro
¿Por qué me cobran algo que no he pedido?
Ya se lo he explicado a dos personas
Este bot no entiende nada
Llegó roto
Estoy muy decepcionado
¿Cómo puede ser que todavía no esté arreglado?
Me prometieron la devolución hace dos semanas
Nadie me avisó de ese cargo
Me voy a cambiar de compañía
Me sale siempre el mismo error
Otra vez me han enviado lo que no era
No puedo trabajar sin internet
Los voy a denunciar en consumo
Quiero una persona, esto no sirve
Me bloquearon la tarjeta y estoy tirado en el extranjero
El técnico no vino
Genial, otra hora esperando
Estupendo, ahora ni siquiera enciende
Muchas gracias, ahora me quedo sin teléfono
Me preocupa que alguien haya usado mi tarjeta
Me siento engañada`,
		positive: `Gracias, ya está todo resuelto
Perfecto, qué rápido
Me ha ayudado mucho
Ya funciona, muchas gracias
Muy buen servicio, los recomendaré
Muchas gracias por su paciencia
Genial, justo lo que necesitaba
Es usted muy amable
Estoy muy contenta con el nuevo plan
El técnico fue amable y rápido
Excelente, que tenga un buen día
Estupendo, recibido
Mucho mejor que la última vez
No lo esperaba tan pronto, qué bien
Le agradezco la ayuda
Ya llegó el reembolso, gracias
Qué bien, gracias
Me lo solucionó en un minuto
Ningún problema, todo funciona
Bien, gracias por explicármelo`
	}
};
