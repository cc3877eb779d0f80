import type { FastifyReply } from 'fastify';

const page = (text: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sign-in was not completed – Attune</title>
</head>
<body>
<main>
<h1>Sign-in was not completed</h1>
<p>${text}</p>
<p><a href="/auth/sign-in">Sign in again</a></p>
</main>
</body>
</html>`;

const texts = {
  400: 'The attempt took too long, was begun in another browser, or was refused.',
  503: 'The sign-in service cannot be reached right now. Please try again in a moment.',
};

/** A page that needs nothing else to be up. */
export function sendFailedPage(reply: FastifyReply, status: keyof typeof texts): FastifyReply {
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page(texts[status]));
}
