import '../../sign-in.js';

export default {
  disableWelcomeMessage: true
};
