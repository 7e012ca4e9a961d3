const placeholder = '__CSP_NONCE__';

/** The nonce the server wrote into the page for the styles made at run time; none when the page is served without a policy. */
export function styleNonce(): string | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return content && content !== placeholder ? content : undefined;
}
