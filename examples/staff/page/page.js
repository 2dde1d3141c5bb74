import { accessToken, signIn } from './session.js';

const API = document.documentElement.dataset.api ?? '';
const CUSTOMERS = '{ customers(first: 20) { edges { node { id customerId name } } } }';
const RENAME = `mutation ($input: UpdateCustomerInput!) {
  updateCustomer(input: $input) { customer { id name } userErrors { code message path } }
}`;

const element = (id) => document.getElementById(id);
const say = (text) => {
  element('status').textContent = text;
};

/** In memory alone: a reload signs in again, and nothing that reads the browser's storage finds it. */
let token = null;

/** Shows that nobody is signed in. Does not leave by itself: a person who was revoked would be sent back and forth without end. */
function showSignIn(text) {
  token = null;
  say(text);
  element('customers').replaceChildren();
  element('sign-in').hidden = false;
  element('rename').hidden = true;
}

/** Returns the data of a request, or `null` if it was refused. */
async function ask(query, variables = {}) {
  const response = await fetch(`${API}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  if (response.status === 401) {
    showSignIn('Your session has ended.');
    return null;
  }
  const { data, errors } = await response.json();
  if (errors) say(errors[0].message);
  return data ?? null;
}

async function showCustomers() {
  const data = await ask(CUSTOMERS);
  if (!data) return;
  const items = data.customers.edges.map(({ node }) => {
    const item = document.createElement('li');
    item.textContent = `${node.customerId}: ${node.name}`;
    return item;
  });
  element('customers').replaceChildren(...items);
  element('rename').hidden = false;
}

element('sign-in').addEventListener('click', () => signIn(API).catch((error) => say(error.message)));
element('rename').addEventListener('submit', async (event) => {
  event.preventDefault();
  const input = Object.fromEntries(new FormData(event.target));
  const data = await ask(RENAME, { input });
  if (!data) return;
  const [refusal] = data.updateCustomer.userErrors;
  say(refusal ? refusal.message : 'Renamed.');
  await showCustomers();
});

try {
  token = await accessToken(API);
  if (token === null) showSignIn('Sign in to see the customers.');
  else await showCustomers();
} catch (error) {
  showSignIn(`The sign-in failed: ${error.message}`);
}
