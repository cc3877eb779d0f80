const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>Messages from your clinic</title></head><body>${body}</body></html>`;

/** A page without a script or a style: it works wherever a mail opens it. */
export const askPage = page(
  '<h1>Stop these messages?</h1><p>Your clinic will not write to you this way any more. Your care goes on as before.</p>' +
    '<form method="post"><button type="submit">Stop these messages</button></form>',
);
export const donePage = page(
  '<h1>Done</h1><p>You will get no more of these messages. Tell your clinic if you change your mind.</p>',
);
