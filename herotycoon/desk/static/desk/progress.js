/* Watches a world on its way, and shows the page anew once it is there. */
document.querySelectorAll("[data-progress]:not([hidden])").forEach((place) => {
  const bar = place.querySelector("progress"), told = place.querySelector("span");
  const look = async () => {
    const answer = await fetch(place.dataset.progress, { headers: { Accept: "application/json" } });
    if (!answer.ok) { told.textContent = "how far it is cannot be seen just now"; return; }
    const near = await answer.json();
    bar.value = near.done;
    told.textContent = `${near.time}, ${near.left} half hours to go`;
    if (near.there) { location.reload(); } else { setTimeout(look, 700); }
  };
  look();
});
