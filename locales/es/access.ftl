# Who may use the bot, and what operators see.
access-needed = Este bot es para personas invitadas. Pide un enlace a quien lo lleva.
access-banned = No puedes usar este bot.
access-slower = Es mucho en un minuto. Espera un momento y prueba otra vez.
access-rest = Son muchos mensajes en un minuto. Sigo con ellos en un momento; no se pierde nada.
invite-welcome = <b>¡Te damos la bienvenida!</b> Tu invitación vale; desde ahora puedes usar este bot.
invite-over = Esta invitación está agotada, es demasiado vieja o fue retirada. Pide otra.

admin-open = <b>Abierto:</b> cualquiera puede usar el bot.
admin-invited = <b>Con invitación:</b> solo pueden usar el bot quienes fueron admitidos.
admin-counts = Personas admitidas: { $members }. Bloqueadas: { $bans }.
admin-commands =
    /invite personas días – un enlace que deja entrar
    /allow id – dejar entrar a alguien
    /ban id – cerrar el paso a alguien
    /unban id – ni lo uno ni lo otro
admin-new-invite = { $n ->
    [one] Nueva invitación para 1 persona
   *[other] Nueva invitación para { $n } personas
}
admin-revoke = Retirar: { $used } de { $all } usadas, quedan { $hours } h
admin-invite = { $n ->
    [one] Para una persona, vale { $days } días:
   *[other] Para { $n } personas, vale { $days } días:
} { $link }
admin-invite-usage = Así: <code>/invite 5 7</code> para 5 personas y 7 días.
admin-id-usage = Añade un número de Telegram, así: <code>/ban 123456789</code>
admin-allowed = { $id } puede usar el bot.
admin-banned = { $id } tiene el paso cerrado.
admin-unbanned = { $id } no está ni admitido ni bloqueado.
admin-not-an-admin = A quien lleva el bot no se le puede cerrar el paso.
