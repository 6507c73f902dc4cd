branch-only = 🗺 Only: { $title }
role-owner = owner
role-organizer = organizer
role-viewer = viewer
role-checker = ticket checker
role-organizer-may = 🗂 <b>Organizer</b>: decides, announces, takes tables along
role-viewer-may = 👁 <b>Viewer</b>: sees lists and figures, decides nothing
role-checker-may = 🎫 <b>Ticket checker</b>: checks tickets at the entrance, sees nothing else
role-until = ⏳ Until { $day }
role-endless = ⏳ With no end date
invite-role = 🔗 <b>As what do we invite?</b>
invite-part = 🗺 For how much is this role: { $role }?
invite-branch = 🗺 Which branch? Role: { $role }. Any level can be taken whole.
team-until = ⏳ <b>{ $who }</b>: for how long?
button-invite-role = ➕ { $role }
button-make-role = 🔁 Make: { $role }
button-role-end = ⏳ Change the end
button-part-all = 🌐 The whole programme
button-part-branch = 🗺 One region or school…
button-branch-whole = ✓ All of it: { $title }
button-days =
    { $days ->
        [one] For { $days } day
       *[other] For { $days } days
    }
button-days-event = To the end of the event
button-days-endless = With no end date
button-dismiss = 🚪 Let go…
viewer-welcome = 👁 You can see the lists and figures now. Press the button to open the desk.
checker-welcome = 🎫 You check tickets now. Scan the QR code of a ticket with your phone’s camera, or type /ticket and the code.
notice-staff-left = 🚪 <b>{ $name }</b> has left the team: { $programme }.
notice-role-ending =
    ⏳ Your role ends: { $moment }.
    { $programme }, { $role }.

    If you need it longer, ask an owner.
leave-question =
    🚪 <b>First leave the team</b>

    You hold a role here, and the record of what was done with people’s data names you. Leave the team, and the desk closes for you at once; after that your data can be erased.
button-leave = 🚪 Leave the team
leave-done = 🚪 You have left the team. Thank you for your work! Now your data can be erased.
error-owners-stay = You are an owner: your role is set in the program’s settings (OWNER_IDS) and ends only there.
command-desk = The organizer’s desk
command-ticket = Check a ticket
case-narrow = 👁 You see what stands in the lists. Answers, phones and the family are for organizers.
