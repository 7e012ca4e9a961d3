import './org.messages.js';
import './org.readability.js';
import { SignInResolver } from './sign-in.resolver.js';

/** The resolvers of this slice. */
export const orgResolvers = [SignInResolver];
